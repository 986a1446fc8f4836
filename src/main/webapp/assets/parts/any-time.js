import { html, nothing } from 'lit';
import { api } from '../core/api.js';
import { CLOCK_PATTERN, clockTime } from '../core/clock-time.js';
import { MiadiElement } from '../core/element.js';
import { field } from '../core/forms.js';
import { t } from '../core/i18n.js';
import { dayOf, instantOf, timeText, today } from '../core/time.js';
import { Loading } from '../core/work.js';
import { zoneNote } from './clocks.js';

/** What is in the way, in words; the last four nobody overrides (R-BOOK-1). */
const OBSTACLES = {
  notice: 'staff.obstacle.notice',
  horizon: 'staff.obstacle.horizon',
  outside_hours: 'staff.obstacle.outside',
  absence: 'staff.obstacle.absence',
  off_grid: 'staff.obstacle.grid',
  daily_limit: 'staff.obstacle.limit',
  appointment: 'staff.obstacle.appointment',
  hold: 'staff.obstacle.hold',
  patient_busy: 'staff.obstacle.patientBusy',
  patient_holds: 'staff.obstacle.patientHolds',
};

/** How long one must rest from typing before it is looked up, in milliseconds. */
const REST_MILLIS = 250;

const TAKEN = ['appointment', 'hold', 'patient_busy', 'patient_holds'];

/**
 * Any time at all of a provider, and what is in its way (R-BOOK-4). Fires `time` with `{start, obstacles, taken}` once it is known what is in the way, and
 * with null while it is not.
 */
class AnyTime extends MiadiElement {
  static properties = {
    provider: { attribute: false },
    typeId: { attribute: false },
    durationMinutes: { attribute: false },
    /** For whom, once that is known (R-AVAIL-6). */
    patientId: { attribute: false },
    /** The instant to begin with, if any. */
    start: { attribute: false },
  };

  #day = '';
  #time = '';
  /** What stands in the field for it, as long as it is being typed. */
  #typed = '';
  /** The start that comes from the fields, and not from outside. */
  #own = null;
  #rest;
  #explaining = new Loading(this, async (signal) => {
    const wanted = { appointmentTypeId: this.typeId, durationMinutes: this.typeId ? undefined : this.durationMinutes, patientId: this.patientId };
    const { data } = await api.get('/slots/explain', { providerId: this.provider.id, start: this.start, ...wanted }, { signal });
    return data;
  });

  willUpdate(changes) {
    const zone = this.provider.timeZone;
    if (changes.has('start') && this.start && this.start !== this.#own) {
      this.#day = dayOf(this.start, zone);
      this.#time = this.#typed = timeText(this.start, zone);
    }
    this.#day ||= today(zone);
    if (this.start && ['start', 'provider', 'typeId', 'durationMinutes', 'patientId'].some((name) => changes.has(name))) {
      this.#explain();
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#rest);
  }

  async #explain() {
    this.#tell(null);
    this.#explaining.value = undefined;
    await this.#explaining.start();
    const explained = this.#explaining.value;
    if (explained) {
      const { start, obstacles } = explained;
      this.#tell({ start, obstacles, taken: obstacles.some(({ kind }) => TAKEN.includes(kind)) });
    }
  }

  #tell(detail) {
    this.dispatchEvent(new CustomEvent('time', { detail }));
  }

  /**
   * What is in the way is said while one types, not when one leaves the field: what is below would move from under the pointer that goes there.
   */
  #type({ target }) {
    if (target.name === 'anyDay') {
      this.#day = target.value;
    } else {
      this.#typed = target.value;
      this.#time = clockTime(target.value.trim());
    }
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.#change(), REST_MILLIS);
  }

  /** The field is left: what was typed stands there as a time is written. */
  #leave() {
    this.#typed = this.#time;
    this.requestUpdate();
  }

  #change() {
    const whole = this.#day && /^([01]\d|2[0-3]):[0-5]\d$/.test(this.#time);
    this.start = this.#own = whole ? instantOf(this.#day, this.#time, this.provider.timeZone) : null;
    if (!whole) {
      this.#explaining.value = undefined;
      this.#tell(null);
    }
  }

  render() {
    return html`
      <div class="any-time" @input=${this.#type} @change=${this.#leave}>
        ${field({ name: 'anyDay', label: t('staff.day'), type: 'date', value: this.#day })}
        ${field({ name: 'anyTime', label: t('staff.time'), value: this.#typed, hint: `${t('staff.time.hint')} ${zoneNote(this.start ?? new Date(), this.provider.timeZone)}`, pattern: CLOCK_PATTERN, maxlength: 5 })}
      </div>
      <div aria-live="polite">${this.#explaining.render((explained) => this.#explanation(explained))}</div>
    `;
  }

  #explanation({ offered, obstacles }) {
    const zone = this.provider.timeZone;
    const kinds = new Map(obstacles.map((one) => [one.kind, one]));
    return offered
      ? html`<p class="note good">${t('staff.offered')}</p>`
      : html`
          <div class="note warn">
            <p>${t('staff.notOffered')}</p>
            <ul>
              ${[...kinds.values()].map(
                ({ kind, start, end }) => html`
                  <li>${t(OBSTACLES[kind])}${start && end ? html` (${timeText(start, zone)}–${timeText(end, zone)})` : nothing}</li>
                `,
              )}
            </ul>
          </div>
        `;
  }
}

customElements.define('m-any-time', AnyTime);
