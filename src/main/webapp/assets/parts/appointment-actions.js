import { html, nothing } from 'lit';
import { api } from '../core/api.js';
import { MiadiElement } from '../core/element.js';
import { Form } from '../core/forms.js';
import { t } from '../core/i18n.js';
import { dayOf, timeText, today } from '../core/time.js';
import { Doing } from '../core/work.js';
import { Modal } from './modal.js';
import './move-form.js';

/** What can follow what, and what not before the start (R-BOOK-7, -8). The server decides; this only offers nothing that it would refuse. */
const STEPS = {
  scheduled: ['check-in', 'complete', 'no-show'],
  checked_in: ['complete'],
};
const FROM_THE_START_ON = ['complete', 'no-show'];
/** The rules would let a patient be there days early; nobody is, and nothing leads back. */
const ON_THE_DAY = ['check-in'];
const ACTIVE = ['scheduled', 'checked_in'];

/** How often is looked whether the visit has begun meanwhile, in milliseconds. */
const LOOK_MILLIS = 15_000;

/**
 * What staff can do with an appointment. Fires `changed` with `{appointment, etag}` after it was done, and also when somebody else was faster: then
 * with the state as that one left it.
 */
class AppointmentActions extends MiadiElement {
  static properties = {
    appointment: { attribute: false },
    etag: { attribute: false },
    patientName: { attribute: false },
  };

  #looking;
  #stale = false;
  #cancelling = new Modal(this);
  #moving = new Modal(this);
  #missing = new Modal(this);
  #acting = new Doing(this, async (step, body) => {
    this.#stale = false;
    const { id } = this.appointment;
    try {
      const { data, etag } = await api.post(`/appointments/${id}/${step}`, body, { etag: this.etag });
      this.#become(data, etag);
    } catch (refusal) {
      await this.#newest(refusal);
    }
  });

  #cancellation = new Form(this, this.#acting, { act: (given) => this.#acting.start('cancel', given) });

  connectedCallback() {
    super.connectedCallback();
    this.#looking = setInterval(() => this.requestUpdate(), LOOK_MILLIS);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#looking);
  }

  willUpdate(changed) {
    if (changed.has('appointment') && changed.get('appointment') && changed.get('appointment').id !== this.appointment.id) {
      this.#stale = false;
      this.#acting.error = null;
    }
  }

  #become(appointment, etag) {
    this.#cancelling.close();
    this.#moving.close();
    this.#missing.close();
    this.dispatchEvent(new CustomEvent('changed', { detail: { appointment, etag } }));
  }

  /** When somebody else changed it meanwhile, everybody goes on with what it has become (R-BOOK-11). */
  async #newest(refusal) {
    if (!['stale', 'illegal-transition'].includes(refusal.slug)) {
      throw refusal;
    }
    const { data, etag } = await api.get(`/appointments/${this.appointment.id}`);
    if (etag === this.etag) {
      throw refusal;
    }
    this.#stale = true;
    this.#become(data, etag);
  }

  #ask(modal) {
    this.#cancellation.clear();
    modal.open();
  }

  render() {
    const { status, start, timeZone } = this.appointment;
    const begun = Date.parse(start) <= Date.now();
    const onTheDay = dayOf(start, timeZone) <= today(timeZone);
    const steps = (STEPS[status] ?? []).filter(
      (step) => (begun || !FROM_THE_START_ON.includes(step)) && (onTheDay || !ON_THE_DAY.includes(step)),
    );
    const waits = !begun && ACTIVE.includes(status);
    return html`
      ${this.#stale ? html`<div class="note warn" role="alert">${t('shell.stale')}</div>` : nothing}
      ${this.#cancelling.about || this.#moving.about || this.#missing.about ? nothing : this.#acting.note()}
      ${ACTIVE.includes(status)
        ? html`
            <div class="actions" @keydown=${(event) => event.repeat && event.key === 'Enter' && event.preventDefault()}>
              ${steps.map((step, place) => this.#step(step, place === 0))}
              <button type="button" class="secondary" @click=${() => this.#ask(this.#moving)}>${t('calendar.move')}</button>
              <button type="button" class="secondary" @click=${() => this.#ask(this.#cancelling)}>${t('calendar.cancel')}</button>
            </div>
          `
        : nothing}
      ${waits ? html`<p class="muted"><small>${t('calendar.notBegun', { time: timeText(start, timeZone) })}</small></p>` : nothing}
      ${this.#cancelling.render('cancel-title', t('calendar.cancel.title', { name: this.patientName }), () => this.#cancelForm())}
      ${this.#moving.render('move-title', t('calendar.move.title', { name: this.patientName }), () => this.#moveForm())}
      ${this.#missing.render('no-show-title', t('calendar.noShow.title', { name: this.patientName }), () => this.#noShowForm())}
    `;
  }

  #step(step, first) {
    return html`
      <button
        type="button"
        class=${first ? '' : 'secondary'}
        ?data-next=${first}
        aria-busy=${this.#acting.slow}
        @click=${() => (step === 'no-show' ? this.#ask(this.#missing) : this.#acting.start(step))}
      >
        ${t(LABELS[step])}
      </button>
    `;
  }

  #cancelForm() {
    return html`
      <form novalidate @submit=${this.#cancellation.submit}>
        ${this.#cancellation.field({
          id: 'cancel-reason',
          name: 'reason',
          label: t('calendar.reason'),
          hint: t('calendar.cancel.hint'),
          rows: 3,
          maxlength: 500,
        })}
        ${this.#acting.note()}
        <div class="actions">
          <button type="submit" class="danger" aria-busy=${this.#acting.slow}>${t('calendar.cancel.do')}</button>
          <button type="button" class="secondary" @click=${() => this.#cancelling.close()}>${t('calendar.cancel.keep')}</button>
        </div>
      </form>
    `;
  }

  /** Nothing leads back from it (R-BOOK-7), and it goes on the patient's file: one click beside the mark must not do it. */
  #noShowForm() {
    return html`
      <p>${t('calendar.noShow.text')}</p>
      ${this.#acting.note()}
      <div class="actions">
        <button type="button" class="danger" aria-busy=${this.#acting.slow} @click=${() => this.#acting.start('no-show')}>
          ${t('calendar.noShow.do')}
        </button>
        <button type="button" class="secondary" @click=${() => this.#missing.close()}>${t('calendar.noShow.keep')}</button>
      </div>
    `;
  }

  #moveForm() {
    return html`
      <m-move-form
        .appointment=${this.appointment}
        .doing=${this.#acting}
        @move=${(event) => this.#acting.start('reschedule', event.detail)}
      ></m-move-form>
    `;
  }
}

const LABELS = { 'check-in': 'calendar.checkIn', complete: 'calendar.complete', 'no-show': 'calendar.noShow' };

customElements.define('m-appointment-actions', AppointmentActions);
