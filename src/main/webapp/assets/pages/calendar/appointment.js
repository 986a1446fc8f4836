import { html } from 'lit';
import { search } from '../../core/http.js';
import { t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { session } from '../../core/session.js';
import { dayOf } from '../../core/time.js';
import { back } from '../../parts/back.js';
import '../../parts/appointment-panel.js';

/** One appointment with an address of its own, so that it can be shared among staff; its record stands beside it. */
class AppointmentPage extends Page {
  #appointment = null;

  /** Its day in the calendar. */
  get #day() {
    if (!this.#appointment) {
      return '/app/calendar';
    }
    const { start, timeZone, providerId } = this.#appointment;
    const provider = session.user.role === 'provider' ? undefined : providerId;
    return `/app/calendar${search({ view: 'day', date: dayOf(start, timeZone), provider })}`;
  }

  #shown(event) {
    this.#appointment = event.detail;
    this.requestUpdate();
  }

  render() {
    return html`
      ${back(this.#day, t('calendar.back'))}
      <h1>${t('calendar.appointment')}</h1>
      <m-appointment-panel .appointmentId=${this.params.id} @shown=${this.#shown} @changed=${this.#shown}></m-appointment-panel>
    `;
  }
}

customElements.define('m-appointment', AppointmentPage);
