import { html } from 'lit';
import { api } from '../../core/api.js';
import { entries, field } from '../../core/forms.js';
import { t } from '../../core/i18n.js';
import { nameOf } from '../../core/people.js';
import { dayOf } from '../../core/time.js';
import { Doing } from '../../core/work.js';
import { Modal } from '../../parts/modal.js';
import { lostTime } from '../../parts/slot-picker.js';
import { visitMoment } from '../../parts/when.js';
import { stretches } from './absence.js';
import '../../parts/person-search.js';

/** The two dialogs that settle a stranded appointment: another time or provider, or cancelling with a reason. */
export class Settling {
  #host;
  #modal;
  #provider = null;
  #slot = null;
  #fault;

  /** @param {(appointment, outcome: {text: string}) => void} settled is told what became of it */
  constructor(host, settled) {
    this.#host = host;
    this.#modal = new Modal(host);
    this.moving = new Doing(host, async (appointment, form) => {
      const { etag } = await api.get(`/appointments/${appointment.id}`);
      const body = { start: this.#slot.start, providerId: this.#provider.id, reason: entries(form).reason };
      const { data } = await api.post(`/appointments/${appointment.id}/reschedule`, body, { etag });
      const to = { when: visitMoment(data), who: nameOf(this.#provider) };
      this.#modal.close();
      settled(appointment, { text: t('hours.outcome.moved', to) });
    });
    this.cancelling = new Doing(host, async (appointment, form) => {
      const { etag } = await api.get(`/appointments/${appointment.id}`);
      await api.post(`/appointments/${appointment.id}/cancel`, entries(form), { etag });
      this.#modal.close();
      settled(appointment, { text: t('hours.outcome.cancelled') });
    });
  }

  move(appointment) {
    this.#provider = null;
    this.#slot = null;
    this.#fault = undefined;
    this.moving.clear();
    this.#modal.open({ appointment, moves: true });
  }

  cancel(appointment) {
    this.cancelling.clear();
    this.#modal.open({ appointment, moves: false });
  }

  /** @param {object} found what the page has read: `provider`, `known` patients, and the `absence` where they lie in one */
  render(found) {
    const title = this.#modal.about?.moves ? t('hours.move.title') : t('hours.cancel.title');
    return this.#modal.render('settling-title', title, ({ appointment, moves }) =>
      moves ? this.#moving(appointment, found) : this.#cancelling(appointment, found),
    );
  }

  #who(appointment, { known, provider }) {
    return html`<p>${nameOf(known.get(appointment.patientId))}, ${visitMoment({ ...appointment, timeZone: provider.timeZone })}</p>`;
  }

  #choose({ detail }) {
    this.#provider = detail;
    this.#slot = null;
    this.#host.requestUpdate();
  }

  #pick({ detail }) {
    this.#slot = detail;
    this.#fault = undefined;
    this.#host.requestUpdate();
  }

  #lose({ detail }) {
    if (this.#slot?.start === detail && !this.moving.busy) {
      this.#slot = null;
      this.#fault = lostTime(detail, this.#provider.timeZone);
      this.#host.requestUpdate();
    }
  }

  #move(event, appointment) {
    event.preventDefault();
    this.#fault = this.#slot ? undefined : t('hours.move.choose');
    this.#host.requestUpdate();
    if (this.#slot) {
      this.moving.start(appointment, event.target);
    }
  }

  /** Another provider has perhaps time at once, this one not before the end of the absence. */
  #firstDay({ start }, { absence, provider }) {
    const { id, timeZone } = this.#provider;
    if (!absence) {
      return dayOf(start, timeZone);
    }
    const end = stretches(absence, provider.timeZone).at(-1).end;
    return dayOf(id === provider.id ? new Date(end).toISOString() : start, timeZone);
  }

  #moving(appointment, found) {
    this.#provider ??= found.provider;
    const { id, timeZone } = this.#provider;
    return html`
      ${this.#who(appointment, found)}
      <form novalidate @submit=${(event) => this.#move(event, appointment)}>
        <m-person-search of="providers" label=${t('hours.provider')} .person=${this.#provider} @choose=${(event) => event.detail && this.#choose(event)}>
        </m-person-search>
        <m-slot-picker
          .providerId=${id}
          .appointmentId=${appointment.id}
          .patientId=${appointment.patientId}
          .durationMinutes=${(Date.parse(appointment.end) - Date.parse(appointment.start)) / 60_000}
          .zone=${timeZone}
          .day=${this.#firstDay(appointment, found)}
          .chosen=${this.#slot?.start}
          @pick=${(event) => this.#pick(event)}
          @gone=${(event) => this.#lose(event)}
        ></m-slot-picker>
        <p role="status">${this.#slot ? html`<strong>${visitMoment({ ...this.#slot, timeZone })}</strong>` : (this.#fault ?? '')}</p>
        ${field({ id: 'move-reason', name: 'reason', label: t('hours.reason'), maxlength: 500, required: false })} ${this.moving.note()}
        <button type="submit" class="wide" aria-busy=${this.moving.slow}>${t('hours.move.do')}</button>
      </form>
    `;
  }

  #cancelling(appointment, found) {
    const submit = (event) => {
      event.preventDefault();
      this.cancelling.start(appointment, event.target);
    };
    return html`
      ${this.#who(appointment, found)}
      <form novalidate @submit=${submit}>
        ${field({
          id: 'cancel-reason',
          name: 'reason',
          label: t('hours.reason'),
          value: t('hours.cancel.reason'),
          maxlength: 500,
          required: false,
        })}
        ${this.cancelling.note()}
        <button type="submit" class="wide danger" aria-busy=${this.cancelling.slow}>${t('hours.cancel.do')}</button>
      </form>
    `;
  }
}
