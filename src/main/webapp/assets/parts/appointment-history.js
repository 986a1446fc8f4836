import { html, nothing } from 'lit';
import { api } from '../core/api.js';
import { MiadiElement } from '../core/element.js';
import { t } from '../core/i18n.js';
import { shortMomentText } from '../core/time.js';
import { Loading } from '../core/work.js';
import { roleText } from './roles.js';
import { statusText } from './status.js';

/** What has happened to an appointment, read when somebody wants to know. */
class AppointmentHistory extends MiadiElement {
  static properties = { appointment: { attribute: false } };

  #reading = new Loading(this, (signal) => api.all(`/appointments/${this.appointment.id}/history`, {}, { signal }));

  willUpdate(changed) {
    const before = changed.get('appointment');
    if (before && before.updatedAt !== this.appointment.updatedAt) {
      this.#reading.value = undefined;
      if (this.querySelector('details')?.open) {
        this.#reading.start();
      }
    }
  }

  render() {
    const read = (event) => event.target.open && this.#reading.value === undefined && this.#reading.start();
    return html`
      <details class="history" @toggle=${read}>
        <summary>${t('calendar.history')}</summary>
        ${this.#reading.render((changes) => html`<ol>${changes.map((change) => this.#change(change))}</ol>`)}
      </details>
    `;
  }

  #change({ at, change, by, reason, overrideReason, from, to }) {
    const zone = this.appointment.timeZone;
    return html`
      <li>
        <strong>${t(CHANGES[change])}</strong>
        ${change === 'rescheduled' && from
          ? t('calendar.history.moved', { from: shortMomentText(from.start, zone), to: shortMomentText(to.start, zone) })
          : nothing}
        ${change === 'corrected' ? t('calendar.history.moved', { from: statusText(from.status), to: statusText(to.status) }) : nothing}
        <small class="muted">${shortMomentText(at, zone)} · ${by === 'system' ? t('calendar.history.system') : roleText(by)}</small>
        ${[reason, overrideReason].filter(Boolean).map((text) => html`<p dir="auto">${text}</p>`)}
      </li>
    `;
  }
}

const CHANGES = {
  booked: 'calendar.history.booked',
  rescheduled: 'calendar.history.rescheduled',
  amended: 'calendar.history.amended',
  checked_in: 'words.status.checked_in',
  completed: 'words.status.completed',
  cancelled: 'words.status.cancelled',
  no_show: 'words.status.no_show',
  corrected: 'calendar.history.corrected',
  erased: 'calendar.history.erased',
};

customElements.define('m-appointment-history', AppointmentHistory);
