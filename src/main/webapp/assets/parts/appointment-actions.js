import { html, nothing } from 'lit';
import { api } from '../core/api.js';
import { MiadiElement } from '../core/element.js';
import { Form } from '../core/forms.js';
import { t } from '../core/i18n.js';
import { dayOf, timeText, today } from '../core/time.js';
import { Doing } from '../core/work.js';
import { Modal } from './modal.js';
import { statusText } from './status.js';
import './move-form.js';

/** What can follow what, and what a mistake becomes (R-BOOK-7, -7a, -8). The server decides; this only offers nothing that it would refuse. */
const STEPS = {
  scheduled: ['check-in', 'complete', 'no-show'],
  checked_in: ['complete'],
};
const CORRECTIONS = {
  checked_in: ['scheduled'],
  completed: ['scheduled', 'checked_in', 'no_show'],
  no_show: ['scheduled', 'checked_in', 'completed'],
};
const ACTIVE = ['scheduled', 'checked_in'];

/** How often is looked whether the visit has begun meanwhile, in milliseconds. */
const LOOK_MILLIS = 15_000;

const HOUR_MILLIS = 3_600_000;

/**
 * What staff can do with an appointment. Fires `changed` with `{appointment, etag}` after it was done, and also when somebody else was faster: then
 * with the state as that one left it.
 */
class AppointmentActions extends MiadiElement {
  static properties = {
    appointment: { attribute: false },
    etag: { attribute: false },
    patientName: { attribute: false },
    /** How long after it was set a status can be corrected, in hours. */
    correctionHours: { attribute: false },
  };

  #looking;
  #stale = false;
  #cancelling = new Modal(this);
  #moving = new Modal(this);
  #missing = new Modal(this);
  #correcting = new Modal(this);
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

  #correction = new Form(this, this.#acting, { act: (given) => this.#acting.start('correct', given) });

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
    this.#correcting.close();
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
    this.#correction.clear();
    modal.open();
  }

  render() {
    const { status, start, timeZone } = this.appointment;
    const steps = (STEPS[status] ?? []).filter((step) => this.#isTime(step));
    const waits = status === 'scheduled' && !this.#begun;
    return html`
      ${this.#stale ? html`<div class="note warn" role="alert">${t('shell.stale')}</div>` : nothing}
      ${this.#cancelling.about || this.#moving.about || this.#missing.about || this.#correcting.about ? nothing : this.#acting.note()}
      ${ACTIVE.includes(status)
        ? html`
            <div class="actions" @keydown=${(event) => event.repeat && event.key === 'Enter' && event.preventDefault()}>
              ${steps.map((step, place) => this.#step(step, place === 0))}
              <button type="button" class="secondary" @click=${() => this.#ask(this.#moving)}>${t('calendar.move')}</button>
              <button type="button" class="secondary" @click=${() => this.#ask(this.#cancelling)}>${t('calendar.cancel')}</button>
            </div>
          `
        : nothing}
      ${this.#corrections.length
        ? html`<p><button type="button" class="plain" @click=${() => this.#ask(this.#correcting)}>${t('calendar.correct')}</button></p>`
        : nothing}
      ${waits ? html`<p class="muted"><small>${t('calendar.notBegun', { time: timeText(start, timeZone) })}</small></p>` : nothing}
      ${this.#cancelling.render('cancel-title', t('calendar.cancel.title', { name: this.patientName }), () => this.#cancelForm())}
      ${this.#moving.render('move-title', t('calendar.move.title', { name: this.patientName }), () => this.#moveForm())}
      ${this.#correcting.render('correct-title', t('calendar.correct.title', { name: this.patientName }), () => this.#correctForm())}
      ${this.#missing.render('no-show-title', t('calendar.noShow.title', { name: this.patientName }), () => this.#noShowForm())}
    `;
  }

  get #begun() {
    return Date.parse(this.appointment.start) <= Date.now();
  }

  /** Patients are checked in on the day of the visit; who is checked in can be seen early (R-BOOK-8). */
  #isTime(step) {
    const { status, start, end, timeZone } = this.appointment;
    if (step === 'check-in') {
      const day = today(timeZone);
      return dayOf(start, timeZone) <= day && day <= dayOf(new Date(Date.parse(end) - 1).toISOString(), timeZone);
    }
    return this.#begun || (step === 'complete' && status === 'checked_in');
  }

  /** What its status can be corrected to, by now (R-BOOK-7a). */
  get #corrections() {
    const { status, updatedAt } = this.appointment;
    const late = Date.now() - Date.parse(updatedAt) > this.correctionHours * HOUR_MILLIS;
    return late ? [] : (CORRECTIONS[status] ?? []).filter((other) => other !== 'no_show' || this.#begun);
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

  #correctForm() {
    return html`
      <form novalidate @submit=${this.#correction.submit}>
        ${this.#correction.field({
          id: 'correct-status',
          name: 'status',
          label: t('calendar.correct.to'),
          options: this.#corrections.map((status) => [status, statusText(status)]),
        })}
        ${this.#correction.field({
          id: 'correct-reason',
          name: 'reason',
          label: t('calendar.reason'),
          hint: t('calendar.correct.hint'),
          rows: 3,
          maxlength: 500,
        })}
        ${this.#acting.note()}
        <div class="actions">
          <button type="submit" aria-busy=${this.#acting.slow}>${t('calendar.correct.do')}</button>
          <button type="button" class="secondary" @click=${() => this.#correcting.close()}>${t('calendar.correct.keep')}</button>
        </div>
      </form>
    `;
  }

  /** It goes on the patient's file: one click beside the mark must not do it. */
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
