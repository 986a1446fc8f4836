import { html, nothing } from 'lit';
import { api } from '../../core/api.js';
import { t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { nameOf, providers } from '../../core/people.js';
import { ownZone, timeText } from '../../core/time.js';
import { appointmentTypes } from '../../core/types.js';
import { Loading } from '../../core/work.js';
import { moment } from '../../parts/clocks.js';
import '../../parts/add-to-calendar.js';
import { lastChange, mayUndo, readNoticeHours, tooLate } from '../../parts/late.js';
import { visitMoment } from '../../parts/when.js';
import { lasting } from './lasting.js';
import { work } from './offer.js';

/** Says that it is booked: when, with whom, and what one can do with it. */
class Booked extends Page {
  #reading = new Loading(this, async (signal) => {
    const { data } = await api.get(`/appointments/${this.params.id}`, {}, { signal });
    const [known, types, noticeHours] = await Promise.all([
      providers.find([data.providerId], { signal }),
      appointmentTypes(),
      readNoticeHours({ signal }),
    ]);
    return { appointment: data, provider: known.get(data.providerId), type: types.get(data.appointmentTypeId), noticeHours };
  });

  connectedCallback() {
    super.connectedCallback();
    this.#reading.start();
  }

  render() {
    return html`
      <section class="narrow book">
        <h1><span class="done" aria-hidden="true">✓</span> ${t('book.booked')}</h1>
        ${this.#reading.render((read) => this.#content(read))}
      </section>
    `;
  }

  #content({ appointment, provider, type, noticeHours }) {
    const { id, start, timeZone, reason } = appointment;
    return html`
      <div class="card when">
        <p>${moment(start, timeZone)}</p>
        <p>${lasting(appointment)}</p>
        <p><strong>${nameOf(provider)}</strong><br /><span class="muted">${provider ? work(provider) : nothing}</span></p>
        ${type ? html`<p>${type.name}</p>` : nothing} ${reason ? html`<p>${reason}</p>` : nothing}
      </div>
      <p class="actions">
        <m-add-to-calendar .appointment=${appointment}></m-add-to-calendar>
        <a role="button" class="secondary" href="/app/visits/${id}">${t('book.see')}</a>
      </p>
      <p class="muted">${change(appointment, noticeHours, timeZone)}</p>
    `;
  }
}

/** What can still be done about it by oneself. */
function change(appointment, noticeHours, timeZone) {
  if (!tooLate(appointment, noticeHours)) {
    return t('book.change', { deadline: visitMoment({ start: lastChange(appointment, noticeHours), timeZone }) });
  }
  return mayUndo(appointment)
    ? t('book.undo', { time: timeText(appointment.undoUntil, ownZone()) })
    : t('book.late', { count: noticeHours });
}

customElements.define('m-booked', Booked);
