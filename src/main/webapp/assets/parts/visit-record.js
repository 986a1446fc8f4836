import { html } from 'lit';
import { announce } from '../core/announce.js';
import { api } from '../core/api.js';
import { MiadiElement } from '../core/element.js';
import { Form } from '../core/forms.js';
import { t } from '../core/i18n.js';
import { session } from '../core/session.js';
import { holdUnsaved } from '../core/unsaved.js';
import { Doing, Loading } from '../core/work.js';
import { Modal } from './modal.js';
import './record-form.js';
import './record.js';

/** The medical record beside a visit: the attending provider reads, writes, amends and removes it (R-REC-1 to -3). Texts: areas `calendar` and `record`. */
class VisitRecord extends MiadiElement {
  static properties = { appointment: { attribute: false } };

  /** What is being written: `{etag, text}`, without an ETag for the first one; null while nobody writes. */
  #writing = null;
  #removing = new Modal(this);
  #reading = new Loading(this, (signal) => this.#find(signal));
  #amending = new Doing(this, async () => {
    const { data, etag } = await api.get(`/appointments/${this.appointment.id}/record`);
    this.#reading.value = data;
    this.#writing = { etag, text: data };
  });
  #removal = new Doing(this, ({ reason }) => this.#remove(reason));
  #removalForm = new Form(this, this.#removal);

  willUpdate(changed) {
    const before = changed.get('appointment');
    if (changed.has('appointment') && before?.id !== this.appointment.id) {
      this.#writing = null;
      this.#reading.value = undefined;
    }
    if (changed.has('appointment') && this.#reading.value === undefined && this.#attends && this.#begun) {
      this.#reading.start();
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    holdUnsaved(this, false);
  }

  get #attends() {
    return session.user.personId === this.appointment.providerId;
  }

  get #begun() {
    const { start, status } = this.appointment;
    return ['checked_in', 'completed'].includes(status) || (status === 'scheduled' && Date.parse(start) <= Date.now());
  }

  /** Looked up in the list: what is not there is no refusal then. */
  async #find(signal) {
    const { id, patientId, start } = this.appointment;
    const to = new Date(Date.parse(start) + 1000).toISOString();
    const visits = await api.all('/records', { patientId, from: start, to }, { signal });
    return visits.find((record) => record.appointmentId === id) ?? null;
  }

  #saved({ detail: record }) {
    this.#reading.value = record;
    this.#writing = null;
    announce(t('shell.saved'));
    this.#focusHeading();
  }

  async #focusHeading() {
    this.requestUpdate();
    await this.updateComplete;
    this.querySelector('h3').focus({ preventScroll: true });
  }

  async #remove(reason) {
    const path = `/appointments/${this.appointment.id}/record`;
    const { etag } = await api.get(path);
    await api.remove(path, { etag, body: { reason } });
    this.#removing.close();
    this.#reading.value = null;
    announce(t('shell.removed'));
    this.#focusHeading();
  }

  render() {
    return html`
      <section class="visit-record" aria-labelledby="visit-record-title">
        <h3 id="visit-record-title" tabindex="-1">${t('record.title')}</h3>
        ${this.#content()}
        ${this.#removing.render('record-remove-title', t('record.remove.title'), () => this.#drawRemoval())}
      </section>
    `;
  }

  #content() {
    if (!this.#attends) {
      return html`<p class="muted">${t('record.confidential')}</p>`;
    }
    if (!this.#begun && !this.#reading.value) {
      const { status } = this.appointment;
      return html`<p class="muted">${['cancelled', 'no_show'].includes(status) ? t('record.noVisit') : t('record.notBegun')}</p>`;
    }
    return this.#reading.render((record) => (this.#writing || record === null ? this.#form() : this.#written(record)));
  }

  #form() {
    return html`
      <m-record-form
        .appointmentId=${this.appointment.id}
        .etag=${this.#writing?.etag}
        .text=${this.#writing?.text}
        @saved=${this.#saved}
        @discard=${() => {
          this.#writing = null;
          this.#focusHeading();
        }}
      ></m-record-form>
    `;
  }

  #written(record) {
    return html`
      <m-record .record=${record}></m-record>
      ${this.#amending.note()}
      <div class="actions">
        <button type="button" class="secondary" aria-busy=${this.#amending.slow} @click=${() => this.#amending.start()}>
          ${t('record.amend')}
        </button>
        <button type="button" class="secondary" @click=${() => this.#removing.open()}>${t('record.remove')}</button>
      </div>
    `;
  }

  #drawRemoval() {
    return html`
      <form novalidate @submit=${this.#removalForm.submit}>
        ${this.#removalForm.field({
          id: 'record-remove-reason',
          name: 'reason',
          label: t('calendar.reason'),
          hint: t('record.remove.hint'),
          rows: 3,
          maxlength: 500,
        })}
        ${this.#removal.note()}
        <div class="actions">
          <button type="submit" class="danger" aria-busy=${this.#removal.slow}>${t('record.remove.do')}</button>
          <button type="button" class="secondary" @click=${() => this.#removing.close()}>${t('record.remove.keep')}</button>
        </div>
      </form>
    `;
  }
}

customElements.define('m-visit-record', VisitRecord);
