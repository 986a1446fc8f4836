import { html, nothing } from 'lit';
import { announce } from '../core/announce.js';
import { MiadiElement } from '../core/element.js';
import { entries, faultsIn, field, refusedField } from '../core/forms.js';
import { t } from '../core/i18n.js';
import { dateText, dayOf, instantOf, timeText, today, wall } from '../core/time.js';
import { zoneNote } from './clocks.js';
import { lostTime } from './slot-picker.js';

/**
 * Where an appointment shall be moved to: to one of the free times, or to any time for a reason that is kept (R-BOOK-4, -9). Fires `move` with the
 * request's body.
 */
class MoveForm extends MiadiElement {
  static properties = {
    appointment: { attribute: false },
    /** The `Doing` that moves, of whoever shows the form. */
    doing: { attribute: false },
  };

  #picked = null;
  #lost = null;
  #faults = {};

  #move(body) {
    this.dispatchEvent(new CustomEvent('move', { detail: body }));
  }

  #submit(event) {
    event.preventDefault();
    this.#faults = faultsIn(event.target);
    this.requestUpdate();
    if (Object.keys(this.#faults).length === 0) {
      const { date, time, override } = entries(event.target);
      this.#move({ start: instantOf(date, time, this.appointment.timeZone), override: { reason: override } });
    }
  }

  #pick(event) {
    this.#picked = event.detail;
    this.#lost = null;
    this.requestUpdate();
  }

  #lose(start) {
    if (this.#picked?.start === start && !this.doing.busy) {
      this.#picked = null;
      this.#lost = lostTime(start, this.appointment.timeZone);
      announce(this.#lost);
      this.requestUpdate();
    }
  }

  render() {
    const { id, providerId, patientId, start, end, timeZone } = this.appointment;
    const day = dayOf(start, timeZone);
    return html`
      <m-slot-picker
        .providerId=${providerId}
        .appointmentId=${id}
        .patientId=${patientId}
        .durationMinutes=${(Date.parse(end) - Date.parse(start)) / 60_000}
        .zone=${timeZone}
        .day=${day < today(timeZone) ? today(timeZone) : day}
        .chosen=${this.#picked?.start}
        @pick=${this.#pick}
        @gone=${({ detail }) => this.#lose(detail)}
      ></m-slot-picker>
      ${this.#lost ? html`<p class="note warn">${this.#lost}</p>` : nothing}
      ${this.doing.note()}
      ${this.#picked
        ? html`
            <button type="button" class="wide" aria-busy=${this.doing.slow} @click=${() => this.#move({ start: this.#picked.start })}>
              ${t('calendar.move.do', { day: dateText(this.#picked.start, timeZone), time: timeText(this.#picked.start, timeZone) })}
            </button>
          `
        : nothing}
      <details class="any-time">
        <summary>${t('calendar.move.any')}</summary>
        ${this.#anyTime(day)}
      </details>
    `;
  }

  #anyTime(day) {
    const { start, timeZone } = this.appointment;
    const fault = (name, member) => this.#faults[name] ?? refusedField(this.doing.problem, member);
    return html`
      <form novalidate @submit=${this.#submit}>
        ${field({ id: 'move-date', name: 'date', label: t('calendar.date'), type: 'date', value: day, fault: fault('date', 'start') })}
        ${field({
          id: 'move-time',
          name: 'time',
          label: t('calendar.time'),
          type: 'time',
          hint: zoneNote(start, timeZone),
          value: wall(start, timeZone).slice(11),
          fault: fault('time', 'start'),
        })}
        ${field({
          id: 'move-override',
          name: 'override',
          label: t('calendar.reason'),
          hint: t('calendar.move.hint'),
          rows: 2,
          maxlength: 500,
          fault: fault('override', 'override/reason'),
        })}
        <button type="submit" class="secondary" aria-busy=${this.doing.slow}>${t('calendar.move.anyDo')}</button>
      </form>
    `;
  }
}

customElements.define('m-move-form', MoveForm);
