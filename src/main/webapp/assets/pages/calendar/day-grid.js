import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { MiadiElement } from '../../core/element.js';
import { search } from '../../core/http.js';
import { t } from '../../core/i18n.js';
import { measures } from '../../core/measures.js';
import { nameOf } from '../../core/people.js';
import { dayText, instantOf, offsetText, timeText, today, wall } from '../../core/time.js';
import { statusSign, statusText } from '../../parts/status.js';
import { changesClock, minutesOf, range } from './plan.js';

/** How often the line of the present moment moves, in milliseconds. */
const NOW_MILLIS = 30_000;

/** So many appointments are drawn at once; of more, the days come one after the other, so that the page answers in between. */
const AT_ONCE = 60;

/** To how many minutes a place is rounded at which somebody asks to book. */
const STEP_MINUTES = 15;

/**
 * Days side by side, each a list of its appointments that stand where they are in time; where there is little room, the lists alone. Lists of links, so
 * that the keyboard and a screen reader need nothing that they do not know. Fires `open` with the appointment's id; who prevents its default opens it.
 */
class DayGrid extends MiadiElement {
  static properties = {
    /** Of each day what `dayPlan` answers. */
    plans: { attribute: false },
    zone: { attribute: false },
    /** Patients by id, types by id. */
    people: { attribute: false },
    types: { attribute: false },
    /** The id of the appointment whose panel is open. */
    opened: { attribute: false },
    providerId: { attribute: false },
    /** Whether a click on a free place offers to book there. */
    bookable: { attribute: false },
  };

  #ticking;
  #place = null;
  #focused = null;
  #drawn = 0;

  connectedCallback() {
    super.connectedCallback();
    this.#ticking = setInterval(() => this.requestUpdate(), NOW_MILLIS);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#ticking);
  }

  /** Drawn anew, the focus stays on its appointment, even where that one has moved to another day. */
  willUpdate(changed) {
    const before = changed.get('plans');
    if (changed.has('plans') && before?.[0].day !== this.plans[0]?.day) {
      this.#place = null;
      this.#drawn = 1;
    }
    for (let more = AT_ONCE; this.#drawn < this.plans.length && more > 0; this.#drawn++) {
      more -= this.plans[this.#drawn].visits.length;
    }
    this.#focused = this.contains(document.activeElement) ? document.activeElement.dataset.id : null;
  }

  updated() {
    if (this.#drawn < this.plans.length) {
      setTimeout(() => this.requestUpdate());
    }
    if (this.#focused && document.activeElement?.dataset.id !== this.#focused) {
      this.focusOn(this.#focused);
    }
  }

  /** Moves the focus to that appointment, if it is there. */
  focusOn(id) {
    this.querySelector(`a[data-id="${id}"]`)?.focus({ preventScroll: true });
  }

  #open(event) {
    const link = event.target.closest('a[data-id]');
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (link && plain) {
      const opens = new CustomEvent('open', { detail: link.dataset.id, cancelable: true });
      if (!this.dispatchEvent(opens)) {
        event.preventDefault();
      }
    }
  }

  /** Remembers the place in a day that was clicked, to offer a booking there. */
  #point(event, day) {
    const column = event.currentTarget;
    if (!this.bookable || event.target.closest('a') || getComputedStyle(column).position !== 'relative') {
      return;
    }
    const { top, height } = column.getBoundingClientRect();
    const { from, to } = range(this.plans);
    const minutes = from + Math.floor((((event.clientY - top) / height) * (to - from)) / STEP_MINUTES) * STEP_MINUTES;
    const start = instantOf(day, timeOf(minutes), this.zone);
    this.#place = Date.parse(start) > Date.now() ? { day, minutes, start } : null;
    this.requestUpdate();
  }

  render() {
    const { from, to } = range(this.plans);
    const hours = Array.from({ length: (to - from) / 60 }, (none, place) => from / 60 + place);
    return html`
      <div class="agenda ${this.plans.length > 1 ? 'several' : ''}" ${measures({ from, to, days: this.plans.length })}>
        <div class="agenda-hours" aria-hidden="true">${hours.map((hour) => html`<span>${timeOf(hour * 60)}</span>`)}</div>
        ${repeat(
          this.plans,
          ({ day }) => day,
          (plan, place) => this.#day(plan, place < this.#drawn),
        )}
      </div>
    `;
  }

  #day(plan, isDrawn) {
    const { day, open, absences } = plan;
    const visits = isDrawn ? plan.visits : [];
    const isToday = day === today(this.zone);
    const changes = changesClock(day, this.zone);
    return html`
      <section class="agenda-day ${isToday ? 'today' : ''}" aria-labelledby="day-${day}">
        <header class=${changes ? '' : 'plain'}>
          <h2 id="day-${day}">
            ${dayText(day, { weekday: 'short', day: 'numeric', month: 'short' })}${isToday
              ? html` <small>${t('calendar.today')}</small>`
              : nothing}
          </h2>
          ${changes ? html`<p class="agenda-change">${t('calendar.clock')}</p>` : nothing}
        </header>
        <div class="agenda-column" @click=${(event) => this.#point(event, day)}>
          ${open.map((span) => html`<div class="agenda-open" ${at(span)}></div>`)}
          ${absences.map((span) => html`<p class="agenda-absent" ${at(span)}><span>${absenceText(span)}</span></p>`)}
          ${visits.length
            ? html`
                <ol @click=${this.#open}>
                  ${repeat(
                    visits,
                    ({ appointment }) => appointment.id,
                    (visit) => this.#visit(visit, changes),
                  )}
                </ol>
              `
            : plan.visits.length
              ? nothing
              : html`<p class="agenda-empty">${t('calendar.none')}</p>`}
          ${isToday ? this.#now() : nothing} ${this.#place?.day === day ? this.#booking() : nothing}
        </div>
      </section>
    `;
  }

  #visit({ appointment, from, to, lane, lanes }, changes) {
    const { id, start, end, status, patientId, appointmentTypeId } = appointment;
    const type = this.types.get(appointmentTypeId)?.name;
    return html`
      <li ${at({ from, to, lane, lanes })} class=${to - from < 30 ? 'short' : ''}>
        <a href="/app/appointments/${id}" data-id=${id} class="visit ${status}" aria-current=${id === this.opened ? 'true' : nothing}>
          <span class="visit-time">${this.#time(start, changes)}<span class="visit-end">–${timeText(end, this.zone)}</span></span>
          <strong>${statusSign(status)} ${nameOf(this.people.get(patientId)) || t('calendar.unknown')}</strong>
          <span class="visit-more"><span aria-hidden="true">${statusText(status)}${type ? ' · ' : ''}</span>${type ?? ''}</span>
        </a>
      </li>
    `;
  }

  /** On a day whose clock changes a time may occur twice: then with its offset. */
  #time(instant, changes) {
    const time = timeText(instant, this.zone);
    return changes && isAmbiguous(instant, this.zone) ? html`${time} <small>${offsetText(this.zone, instant)}</small>` : time;
  }

  #now() {
    const minutes = minutesOf(wall(new Date(), this.zone).slice(11));
    const { from, to } = range(this.plans);
    return minutes >= from && minutes < to
      ? html`<div class="agenda-now" ${at({ from: minutes, to: minutes })} aria-hidden="true"></div>`
      : nothing;
  }

  /** The kind of most of the visits on show: most likely the next one is of it too. */
  get #usual() {
    const counts = new Map();
    for (const { appointment } of this.plans.flatMap(({ visits }) => visits)) {
      counts.set(appointment.appointmentTypeId, (counts.get(appointment.appointmentTypeId) ?? 0) + 1);
    }
    return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
  }

  #booking() {
    const { minutes, start } = this.#place;
    return html`
      <a
        class="agenda-book"
        role="button"
        ${at({ from: minutes, to: minutes })}
        href="/app/book-for${search({ provider: this.providerId, start, type: this.#usual })}"
        >${t('calendar.bookAt', { time: timeOf(minutes) })}</a
      >
    `;
  }
}

const timeOf = (minutes) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const at = ({ from, to, lane = 0, lanes = 1 }) => measures({ begin: from, end: to, lane, lanes });

/** Whether a clock in that zone shows the same an hour earlier or later. */
const isAmbiguous = (instant, zone) =>
  [-1, 1].some((hours) => wall(new Date(Date.parse(instant) + hours * 3_600_000), zone) === wall(instant, zone));

function absenceText({ from, to, plan }) {
  const times = plan.startTime ? ` ${timeOf(from)}–${timeOf(to)}` : '';
  return [t('calendar.absent') + times, plan.reason].filter(Boolean).join(': ');
}

customElements.define('m-day-grid', DayGrid);
