import { html, nothing } from 'lit';
import { announce } from '../../core/announce.js';
import { search } from '../../core/http.js';
import { t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { nameOf } from '../../core/people.js';
import { router } from '../../core/router.js';
import { session } from '../../core/session.js';
import { watchSlots } from '../../core/slot-events.js';
import { dayText, daysText, ownZone, plusDays, sameClock, today, zoneText } from '../../core/time.js';
import { mayLeave } from '../../core/unsaved.js';
import { Loading, waiting } from '../../core/work.js';
import { ALL_STATUSES, statusBadge } from '../../parts/status.js';
import '../../parts/appointment-panel.js';
import '../../parts/person-search.js';
import '../../parts/stranded-badge.js';
import { busyDays, dayPlan, daysOf } from './plan.js';
import { readCalendar } from './reading.js';
import './day-grid.js';

/** How long after a change the calendar is read again, so that several changes at once are one, in milliseconds. */
const SETTLE_MILLIS = 150;

/** How often it is read without anybody saying that it changed: not every change frees or takes time. In milliseconds. */
const AGAIN_MILLIS = 60_000;

/** From this width on the panel has room beside the days; below it, it is a page of its own. */
const ROOM = matchMedia('(min-width: 64rem)');

/** A provider's day or week: who comes when, in the provider's zone, as it changes. */
class Calendar extends Page {
  #place = {};
  #ending = null;
  #settling;
  #reading = new Loading(this, (signal) => readCalendar(this.#place, signal));

  connectedCallback() {
    super.connectedCallback();
    const { view, date, provider, appointment, cancelled } = this.query;
    this.#place = {
      view: view === 'week' ? 'week' : 'day',
      date: /^\d{4}-\d\d-\d\d$/.test(date ?? '') ? date : undefined,
      provider: session.user.role === 'provider' ? session.user.personId : provider,
      appointment: ROOM.matches ? appointment : undefined,
      cancelled,
    };
    this.#begin();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#end();
  }

  async #begin() {
    this.#end();
    if (!this.#place.provider) {
      return;
    }
    const { signal } = (this.#ending = new AbortController());
    await this.#read();
    if (signal.aborted || !this.#reading.value) {
      return;
    }
    watchSlots({ providerId: this.#place.provider, signal, changed: () => this.#settle() });
    const again = setInterval(() => document.visibilityState === 'visible' && this.#read(), AGAIN_MILLIS);
    signal.addEventListener('abort', () => clearInterval(again));
  }

  /** Reads; where one comes back to, one finds again what one saw. */
  async #read() {
    const first = this.#reading.value === undefined;
    await this.#reading.start();
    if (first && history.state?.top) {
      await this.updateComplete;
      scrollTo(0, history.state.top);
    }
  }

  #end() {
    this.#ending?.abort();
    clearTimeout(this.#settling);
  }

  #settle() {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => {
      this.#read();
      this.querySelector('m-stranded-badge')?.read();
    }, SETTLE_MILLIS);
  }

  #go(change) {
    Object.assign(this.#place, change);
    const { provider, ...rest } = this.#place;
    router.note({ ...rest, provider: session.user.role === 'provider' ? undefined : provider });
    this.requestUpdate();
  }

  #show(change) {
    this.#go(change);
    announce(this.#title());
    this.#read();
  }

  async #choose(provider) {
    if (!(await mayLeave())) {
      return;
    }
    this.#reading.value = undefined;
    this.#go({ provider, appointment: undefined });
    this.#begin();
  }

  async #open(event) {
    if (!ROOM.matches) {
      return;
    }
    event.preventDefault();
    if (this.#place.appointment !== event.detail && (await mayLeave())) {
      this.#go({ appointment: event.detail });
    }
  }

  #close() {
    const { appointment } = this.#place;
    this.#go({ appointment: undefined });
    this.querySelector('m-day-grid')?.focusOn(appointment);
  }

  /** The day that is shown: today there until somebody goes to another. */
  get #day() {
    return this.#place.date ?? today(this.#reading.value?.zone ?? ownZone());
  }

  #title() {
    if (!this.#place.provider) {
      return t('shell.calendar');
    }
    const days = daysOf(this.#place.view, this.#day);
    return days.length === 1 ? dayText(days[0], { dateStyle: 'full' }) : daysText(days[0], days.at(-1));
  }

  render() {
    const value = this.#reading.value;
    const who = session.user.role === 'admin' && value ? nameOf(value.provider) : nothing;
    return html`
      <header class="calendar-head">
        <hgroup>
          <h1>${this.#title()}</h1>
          <p>${who}</p>
        </hgroup>
        ${session.user.role === 'admin'
          ? html`
              <m-person-search
                of="providers"
                .label=${t('calendar.provider')}
                .person=${value?.provider ?? null}
                @choose=${(event) => event.detail && this.#choose(event.detail.id)}
              ></m-person-search>
            `
          : nothing}
        ${this.#place.provider ? html`<m-stranded-badge provider=${this.#place.provider}></m-stranded-badge>${this.#tools()}` : nothing}
      </header>
      ${this.#place.provider ? this.#reading.render((read) => (read ? this.#body(read) : this.#unknown())) : html`<p>${t('calendar.choose')}</p>`}
    `;
  }

  #unknown() {
    return html`<div class="note warn">${t('calendar.unknownProvider')}</div>`;
  }

  #tools() {
    const { view, provider } = this.#place;
    const step = view === 'week' ? 7 : 1;
    const [before, after] = view === 'week' ? ['calendar.week.before', 'calendar.week.after'] : ['calendar.day.before', 'calendar.day.after'];
    const move = (days) => this.#show({ date: plusDays(this.#day, days) });
    const views = { day: t('calendar.view.day'), week: t('calendar.view.week') };
    return html`
      <div class="calendar-tools">
        <div role="group" aria-label=${t('calendar.go')}>
          <button type="button" class="secondary" aria-label=${t(before)} @click=${() => move(-step)}>‹</button>
          <button type="button" class="secondary" @click=${() => this.#show({ date: undefined })}>${t('calendar.today')}</button>
          <button type="button" class="secondary" aria-label=${t(after)} @click=${() => move(step)}>›</button>
        </div>
        <input
          type="date"
          required
          aria-label=${t('calendar.date')}
          .value=${this.#day}
          @change=${(event) => event.target.value && this.#show({ date: event.target.value })}
        />
        <div role="group" aria-label=${t('calendar.view')}>
          ${Object.entries(views).map(
            ([one, name]) => html`
              <button type="button" class="secondary" aria-pressed=${one === view} @click=${() => this.#show({ view: one })}>${name}</button>
            `,
          )}
        </div>
        <a role="button" href="/app/book-for${search({ provider })}">${t('calendar.book')}</a>
      </div>
    `;
  }

  #body(read) {
    const { zone, days, provider } = read;
    const { appointment, cancelled } = this.#place;
    const gone = read.appointments.filter((one) => one.status === 'cancelled');
    const appointments = cancelled ? read.appointments : read.appointments.filter((one) => one.status !== 'cancelled');
    const plans = busyDays(days.map((day) => dayPlan(day, { ...read, appointments }, zone)));
    const shown = gone.filter((one) => days.some((day) => dayPlan(day, { ...read, appointments: [one] }, zone).visits.length));
    return html`
      ${sameClock(zone, ownZone(), read.noon) ? nothing : html`<p class="zone">${t('calendar.zone', { zone: zoneText(zone, read.noon), own: zoneText(ownZone(), read.noon) })}</p>`}
      ${this.#reading.slow ? waiting() : nothing}
      <div class="calendar-body ${appointment ? 'beside' : ''}">
        <div>
          <m-day-grid
            .plans=${plans}
            .zone=${zone}
            .people=${read.people}
            .types=${read.types}
            .opened=${appointment}
            .providerId=${provider.id}
            .bookable=${provider.active}
            @open=${this.#open}
          ></m-day-grid>
          ${this.#legend(shown.length, cancelled)}
        </div>
        ${appointment ? this.#panel(appointment, read) : nothing}
      </div>
    `;
  }

  #panel(id, { appointments, zone }) {
    return html`
      <aside class="calendar-panel card" aria-label=${t('calendar.panel')}>
        <m-appointment-panel
          .appointmentId=${id}
          .zone=${zone}
          .changedAt=${appointments.find((one) => one.id === id)?.updatedAt}
          beside
          @changed=${() => this.#settle()}
          @close=${async () => (await mayLeave()) && this.#close()}
        ></m-appointment-panel>
      </aside>
    `;
  }

  #legend(count, cancelled) {
    return html`
      <footer class="calendar-legend">
        <ul aria-label=${t('calendar.legend')}>
          ${ALL_STATUSES.filter((status) => cancelled || status !== 'cancelled').map((status) => html`<li>${statusBadge(status)}</li>`)}
        </ul>
        ${count || cancelled
          ? html`
              <label>
                <input
                  type="checkbox"
                  role="switch"
                  .checked=${Boolean(cancelled)}
                  @change=${(event) => this.#go({ cancelled: event.target.checked ? '1' : undefined })}
                />
                ${t('calendar.cancelled', { count })}
              </label>
            `
          : nothing}
      </footer>
    `;
  }
}

customElements.define('m-calendar', Calendar);
