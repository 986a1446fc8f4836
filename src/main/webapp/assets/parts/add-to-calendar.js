import { html } from 'lit';
import { download } from '../core/download.js';
import { MiadiElement } from '../core/element.js';
import { loadMessages, t } from '../core/i18n.js';
import { Doing } from '../core/work.js';

await loadMessages(['slots']);

/** Saves an appointment as a file that calendars take; one of a cancelled appointment withdraws their entry. */
class AddToCalendar extends MiadiElement {
  static properties = { appointment: { attribute: false } };

  #saving = new Doing(this, () => {
    const { id, start } = this.appointment;
    return download(`/appointments/${id}/calendar`, `miadi-${start.slice(0, 10)}.ics`, 'text/calendar');
  });

  render() {
    const label = this.appointment.status === 'cancelled' ? 'slots.calendar.withdraw' : 'slots.calendar';
    return html`
      <button type="button" class="secondary" aria-busy=${this.#saving.slow} @click=${() => this.#saving.start()}>${t(label)}</button>
      ${this.#saving.note()}
    `;
  }
}

customElements.define('m-add-to-calendar', AddToCalendar);
