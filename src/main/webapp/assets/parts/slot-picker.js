import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { MiadiElement } from '../core/element.js';
import { t } from '../core/i18n.js';
import { watchSlots } from '../core/slot-events.js';
import { dayOf, dayText, plusDays, timeText, today } from '../core/time.js';
import { Loading } from '../core/work.js';
import { clock, zones } from './clocks.js';
import { busyTime, readBusy } from './own-times.js';
import { DAYS, daysOf, nextFreeDay, partsOf, readRow, rowOf } from './slot-days.js';
import { SlotNews } from './slot-news.js';
import { strip, ways } from './slot-strip.js';

/** How long a time that was taken is seen going, in milliseconds. */
const GOING_MILLIS = 600;
/** Times also go because it is too late for them: how often to look, in milliseconds. */
const STALE_MILLIS = 60_000;
/** What is asked for besides the provider: with another one the times are others. */
const ASKED = ['typeId', 'durationMinutes', 'patientId', 'appointmentId'];

/**
 * The free times of one provider by day, live (R-AVAIL-8): a time that somebody takes vanishes, one that comes free appears. Fires `pick` with
 * `{start, end}`, `day` with the day on show whenever another is shown, and `gone` with the chosen start when it is offered no longer.
 */
class SlotPicker extends MiadiElement {
  static properties = {
    providerId: { attribute: false },
    /** The appointment type; nothing: a visit of no type. */
    typeId: { attribute: false },
    /** Of a visit of no type, nothing: as the clinic has it; of an appointment that moves: its own. */
    durationMinutes: { attribute: false },
    /** For whom, where that is not who is signed in; nothing: nobody in particular (R-AVAIL-6). */
    patientId: { attribute: false },
    /** The appointment that moves: its type and length are meant, and it is not in its own way. */
    appointmentId: { attribute: false },
    /** The provider's zone, in which days and times are meant (R-TIME-4). */
    zone: { attribute: false },
    /** The day on show, `YYYY-MM-DD`; nothing: the first that has a free time. */
    day: { attribute: false },
    /** The start that is chosen, where one picks before one acts. */
    chosen: { attribute: false },
  };

  #row = null;
  #turned = false;
  #going = new Map();
  /** When the patient is busy, on the days of the row. */
  #busy = [];
  #focused = null;
  #news = new SlotNews();
  #watching;
  #stale;
  #refreshing = null;
  #reading = new Loading(this, (signal) => this.#read(signal));
  #later = new Loading(this, (signal) => nextFreeDay({ ...this.#wanted, from: plusDays(this.#row, DAYS) }, signal));

  get #wanted() {
    const { providerId, typeId, durationMinutes, patientId, appointmentId, zone } = this;
    if (appointmentId) {
      return { providerId, appointmentId, zone };
    }
    return { providerId, appointmentTypeId: typeId, durationMinutes: typeId ? undefined : durationMinutes, patientId, zone };
  }

  connectedCallback() {
    super.connectedCallback();
    this.#stale = setInterval(() => !document.hidden && this.#refresh(), STALE_MILLIS);
    if (this.hasUpdated) {
      this.#watch();
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#watching?.abort();
    this.#news.stop();
    clearInterval(this.#stale);
  }

  willUpdate(changes) {
    if (this.day && this.day < today(this.zone)) {
      this.day = undefined;
    }
    if (changes.has('providerId') || changes.has('zone')) {
      this.#reading.value = undefined;
      this.#watch();
    } else if (ASKED.some((name) => changes.has(name)) || (this.day && rowOf(this.day) !== this.#row)) {
      this.#reading.value = undefined;
      this.#reading.start();
    }
    const focused = document.activeElement;
    this.#focused = this.contains(focused) ? (focused.dataset.start ?? null) : null;
  }

  /** Keeps the focus among the times when the one that had it goes. */
  updated() {
    if (this.#focused && !this.#button(this.#focused)) {
      const times = this.#reading.value?.[this.day] ?? [];
      const next = times.find(({ start }) => start >= this.#focused) ?? times.at(-1);
      (next ? this.#button(next.start) : this.querySelector('.slots h2'))?.focus();
    }
  }

  #button(start) {
    return this.querySelector(`button[data-start="${start}"]:not(.going)`);
  }

  #watch() {
    this.#watching?.abort();
    this.#watching = new AbortController();
    const changed = (change) => this.#touches(change) && this.#refresh();
    watchSlots({ providerId: this.providerId, signal: this.#watching.signal, changed });
    this.#refresh();
  }

  #touches(change) {
    return !change || !this.#row || (dayOf(change.start, this.zone) < plusDays(this.#row, DAYS) && dayOf(change.end, this.zone) >= this.#row);
  }

  /** Changes that come while one reads are read once afterwards. */
  async #refresh() {
    if (this.#refreshing) {
      this.#refreshing.more = true;
      return;
    }
    const refreshing = (this.#refreshing = { more: false });
    await this.#reading.start();
    this.#refreshing = null;
    if (refreshing.more && this.isConnected) {
      this.#refresh();
    }
  }

  /** The free times of the row, and when the patient is busy in it. */
  #readRow(signal) {
    const { patientId, appointmentId, zone } = this;
    return Promise.all([
      readRow({ ...this.#wanted, row: this.#row }, signal),
      readBusy({ patientId, appointmentId, zone, row: this.#row }, signal),
    ]);
  }

  async #read(signal) {
    this.#row = rowOf(this.day ?? today(this.zone));
    let [days, busy] = await this.#readRow(signal);
    if (!this.day) {
      const first = firstFree(days) ?? (await nextFreeDay({ ...this.#wanted, from: plusDays(this.#row, DAYS) }, signal)) ?? this.#row;
      if (!(first in days)) {
        this.#row = rowOf(first);
        [days, busy] = await this.#readRow(signal);
      }
      this.#show(first);
    } else if (!firstFree(days)) {
      await this.#later.start();
    } else if (this.#turned && !days[this.day].length) {
      this.#show(firstFree(days));
    }
    signal.throwIfAborted();
    this.#turned = false;
    this.#busy = busy;
    this.#compare(this.#reading.value, days);
    this.#tellIfGone(days);
    return days;
  }

  #compare(before, now) {
    if (!before?.[this.day] || !now[this.day]) {
      return;
    }
    const [old, present] = [before[this.day], now[this.day]];
    const without = (some, others) => some.filter(({ start }) => !others.some((other) => other.start === start));
    const gone = without(old, present);
    const shown = ({ start }) => timeText(start, this.zone);
    this.#news.tell(gone.map(shown), without(present, old).map(shown));
    gone.forEach((slot) => this.#going.set(slot.start, slot));
    present.forEach(({ start }) => this.#going.delete(start));
    setTimeout(() => {
      gone.forEach(({ start }) => this.#going.delete(start));
      this.requestUpdate();
    }, GOING_MILLIS);
  }

  /** What was chosen may be offered no longer, as when somebody was faster, or when it is for another patient. */
  #tellIfGone(days) {
    const day = this.chosen && dayOf(this.chosen, this.zone);
    if (day in days && !days[day].some(({ start }) => start === this.chosen)) {
      this.dispatchEvent(new CustomEvent('gone', { detail: this.chosen }));
    }
  }

  #show(day) {
    this.day = day;
    this.dispatchEvent(new CustomEvent('day', { detail: day }));
  }

  #turn(row) {
    this.#turned = true;
    const first = today(this.zone);
    this.#show(row < first ? first : row);
  }

  render() {
    const [show, turn] = [(day) => this.#show(day), (row) => this.#turn(row)];
    const first = today(this.zone);
    return html`
      <div class="slots">
        ${ways({ row: this.#row ?? first, first, day: this.day, show, turn })}
        ${this.appointmentId ? html`<p class="muted">${t('slots.keeps', { count: this.durationMinutes })}</p>` : nothing}
        ${this.#reading.render((days) => (this.day in days ? html`${strip({ row: this.#row, first, days, day: this.day, show })} ${this.#times(days)}` : nothing))}
      </div>
    `;
  }

  #times(days) {
    const free = days[this.day];
    const going = [...this.#going.values()].filter(({ start }) => dayOf(start, this.zone) === this.day && !free.some((slot) => slot.start === start));
    const busy = this.#busy.filter(({ start }) => dayOf(start, this.zone) === this.day);
    const shown = [...free, ...going, ...busy].sort((one, other) => one.start.localeCompare(other.start));
    return html`
      <h2 tabindex="-1">${dayText(this.day, { dateStyle: 'full' })}</h2>
      ${free.length || going.length ? nothing : this.#none(days)}
      ${shown.length ? html`<p class="muted">${zones(shown[0].start, this.zone)}</p>` : nothing}
      ${partsOf(shown, this.zone).map(
        ({ name, times }, place, parts) => html`
          ${parts.length > 1 ? html`<h3>${t(name)}</h3>` : nothing}
          <ul class="times">
            ${repeat(
              times,
              ({ start, busy: by }) => `${start} ${by?.text ?? ''}`,
              (one) => (one.busy ? html`<li class="busy">${busyTime(one, this.zone)}</li>` : html`<li>${this.#time(one)}</li>`),
            )}
          </ul>
        `,
      )}
    `;
  }

  #time(slot) {
    const { start, end } = slot;
    if (this.#going.has(start)) {
      return html`<button type="button" class="secondary going" disabled>${clock(start, this.zone)}</button>`;
    }
    const pick = () => this.dispatchEvent(new CustomEvent('pick', { detail: { start, end } }));
    return html`
      <button type="button" class="secondary" data-start=${start} aria-pressed=${this.chosen ? `${this.chosen === start}` : nothing} @click=${pick}>
        ${clock(start, this.zone)}
      </button>
    `;
  }

  #none(days) {
    const rest = daysOf(this.#row).find((day) => day > this.day && days[day].length);
    const next = rest ?? (firstFree(days) ? null : this.#later.value);
    return html`
      <p>${next || firstFree(days) ? t('slots.day.none') : t('slots.none')}</p>
      ${next ? html`<button type="button" @click=${() => this.#show(next)}>${t('slots.day.next', { day: dayText(next, { dateStyle: 'full' }) })}</button>` : nothing}
    `;
  }
}

/** What a time that was chosen and is `gone` leaves to say. */
export const lostTime = (start, zone) => t('slots.chosen.gone', { time: timeText(start, zone) });

const firstFree = (days) => Object.keys(days).find((day) => days[day].length) ?? null;

customElements.define('m-slot-picker', SlotPicker);
