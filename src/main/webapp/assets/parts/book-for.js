import { html, nothing } from 'lit';
import { announce } from '../core/announce.js';
import { api, newKey } from '../core/api.js';
import { MiadiElement } from '../core/element.js';
import { Form, field } from '../core/forms.js';
import { t } from '../core/i18n.js';
import { session } from '../core/session.js';
import { nameOf } from '../core/people.js';
import { dayOf } from '../core/time.js';
import { Doing, Loading } from '../core/work.js';
import { BreakGlass } from './break-glass.js';
import { offeredAt } from './offered-time.js';
import { patientEditor } from './patient-editor.js';
import { lostTime } from './slot-picker.js';
import { visitMoment } from './when.js';
import './any-time.js';
import './person-search.js';

/**
 * Books for a patient: who, what, and a time that is offered, or any time with a reason (R-BOOK-4). Texts: area `staff`. Fires `asked` with what is chosen so
 * far, for the address, and `booked` with the appointment.
 */
class BookFor extends MiadiElement {
  static properties = {
    provider: { attribute: false },
    patient: { attribute: false },
    types: { attribute: false },
    typeId: { attribute: false },
    /** The instant to begin with, as where one clicked in a calendar. */
    start: { attribute: false },
  };

  #duration = 30;
  #anyTime = false;
  #time = null;
  /** What became of the time that was chosen before, if it went. */
  #lost = null;
  #key = newKey();
  #creating = patientEditor(this, (patient) => this.#ask({ patient }));
  #emergency = new BreakGlass(this, (patient) => this.#ask({ patient }));
  #booking = new Doing(this, async (given) => {
    const body = {
      providerId: this.provider.id,
      patientId: this.patient.id,
      start: this.#time.start,
      ...(this.typeId ? { appointmentTypeId: this.typeId } : { durationMinutes: this.#duration }),
      ...(given.reason && { reason: given.reason }),
      ...(this.#overrides && { override: { reason: given.override } }),
    };
    try {
      const { data } = await api.post('/appointments', body, { key: this.#key });
      announce(t('staff.booked'));
      this.dispatchEvent(new CustomEvent('booked', { detail: data }));
    } finally {
      this.#key = newKey();
    }
  });

  #form = new Form(this, this.#booking, {
    check: () => ({
      ...(!this.patient && { patient: t('staff.patient.choose') }),
      ...(!this.#time && { time: t('staff.time.choose') }),
    }),
  });

  /** Who comes from a calendar stands on the time there, where it is offered: for the kind that was meant, or else for none. */
  #beginning = new Loading(this, async (signal) => {
    const { start, provider } = this;
    for (const typeId of new Set([this.typeId, undefined])) {
      const kind = typeId ? { appointmentTypeId: typeId } : { durationMinutes: this.#duration };
      const slot = await offeredAt({ start, providerId: provider.id, patientId: this.patient?.id, ...kind }, signal);
      if (slot) {
        return { slot, typeId };
      }
    }
    return { slot: null };
  });

  async firstUpdated() {
    if (!this.start) {
      return;
    }
    if (!this.patient) {
      await this.querySelector('m-person-search').updateComplete;
      this.querySelector('m-person-search input').focus();
    }
    await this.#beginning.start();
    const { slot, typeId } = this.#beginning.value ?? {};
    if (this.#time) {
      return; // somebody was faster
    }
    if (slot) {
      this.typeId = typeId;
      this.#choose({ ...slot, obstacles: [] });
    } else {
      this.#switch(true);
    }
  }

  /** Whether the chosen time needs a reason, since it is not offered. */
  get #overrides() {
    return (this.#time?.obstacles?.length ?? 0) > 0;
  }

  #ask(change) {
    Object.assign(this, change);
    const { provider, patient, typeId } = this;
    this.dispatchEvent(
      new CustomEvent('asked', { detail: { provider: provider?.id, patient: patient?.id, type: typeId, start: this.#time?.start } }),
    );
  }

  #choose(time) {
    this.#time = time;
    this.#lost = null;
    this.#booking.clear();
    this.#ask({});
  }

  /** The time that was chosen is offered no longer, perhaps because the patient is busy then. */
  #lose(start) {
    if (this.#time?.start === start && !this.#booking.busy) {
      this.#choose(null);
      this.#lost = lostTime(start, this.provider.timeZone);
      announce(this.#lost);
    }
  }

  #switch(anyTime) {
    this.#anyTime = anyTime;
    this.start = this.#time?.start ?? this.start;
    this.#choose(null);
  }

  render() {
    return html`
      <form class="book-for" novalidate @submit=${this.#form.submit}>
        <section class="card" aria-labelledby="who-title">
          <h2 id="who-title">${t('staff.who')}</h2>
          ${this.#who()}
        </section>
        <section class="card" aria-labelledby="when-title">
          <h2 id="when-title">${t('staff.when')}</h2>
          ${this.#when()}
        </section>
        <section class="card" aria-labelledby="confirm-title">
          <h2 id="confirm-title">${t('staff.confirm')}</h2>
          ${this.#confirm()}
        </section>
      </form>
      ${this.#creating.render()} ${this.#emergency.render()}
    `;
  }

  #who() {
    const types = [['', t('staff.type.none')], ...this.types.map(({ id, name, durationMinutes }) => [id, t('staff.type', { name, minutes: durationMinutes })])];
    return html`
      <m-person-search
        of="patients"
        label=${t('staff.patient')}
        hint=${t('staff.patient.hint')}
        .fault=${this.#form.fault('patient')}
        .none=${session.user?.role === 'provider' ? t('staff.none.provider') : undefined}
        .person=${this.patient ?? null}
        @choose=${({ detail }) => this.#ask({ patient: detail })}
      ></m-person-search>
      <div class="actions">
        <button type="button" class="secondary" @click=${() => this.#creating.create()}>${t('staff.patient.new')}</button>
        ${session.user?.role === 'provider' ? this.#emergency.button() : nothing}
      </div>
      ${field({ name: 'type', label: t('staff.what'), value: this.typeId ?? '', options: types, required: false, change: (event) => this.#what(event) })}
      ${this.typeId
        ? nothing
        : field({
            name: 'duration',
            label: t('staff.duration'),
            value: `${this.#duration}`,
            options: DURATIONS.map((minutes) => [`${minutes}`, t('staff.minutes', { count: minutes })]),
            change: ({ target }) => this.#last(Number(target.value)),
          })}
    `;
  }

  #what({ target }) {
    this.#time = this.#anyTime ? this.#time : null;
    this.#ask({ typeId: target.value || undefined });
  }

  #last(minutes) {
    this.#duration = minutes;
    this.#choose(this.#anyTime ? this.#time : null);
  }

  #when() {
    const ways = [[false, t('staff.when.offered')], [true, t('staff.when.any')]];
    return html`
      <fieldset class="ways">
        <legend class="unseen">${t('staff.when')}</legend>
        ${ways.map(
          ([any, label]) => html`
            <label><input type="radio" name="way" .checked=${this.#anyTime === any} @change=${() => this.#switch(any)} />${label}</label>
          `,
        )}
      </fieldset>
      ${this.#anyTime
        ? html`
            <p class="muted">${t('staff.when.any.text')}</p>
            <m-any-time
              .provider=${this.provider}
              .typeId=${this.typeId}
              .durationMinutes=${this.#duration}
              .patientId=${this.patient?.id}
              .start=${this.start}
              @time=${({ detail }) => this.#choose(detail)}
            ></m-any-time>
          `
        : html`
            <m-slot-picker
              .providerId=${this.provider.id}
              .typeId=${this.typeId}
              .durationMinutes=${this.#duration}
              .patientId=${this.patient?.id}
              .zone=${this.provider.timeZone}
              .day=${this.start ? dayOf(this.start, this.provider.timeZone) : undefined}
              .chosen=${this.#time?.start}
              @pick=${({ detail }) => this.#choose({ ...detail, obstacles: [] })}
              @gone=${({ detail }) => this.#lose(detail)}
            ></m-slot-picker>
          `}
      ${this.#lost ? html`<p class="note warn">${this.#lost}</p>` : nothing}
      ${this.#form.fault('time') && !this.#time ? html`<small class="fault" role="alert">${this.#form.fault('time')}</small>` : nothing}
    `;
  }

  #moment(start) {
    return visitMoment({ start, timeZone: this.provider.timeZone });
  }

  #confirm() {
    const type = this.types.find(({ id }) => id === this.typeId);
    const facts = [
      [t('staff.patient'), this.patient ? nameOf(this.patient) : '—'],
      [t('staff.provider'), nameOf(this.provider)],
      [t('staff.what'), type?.name ?? t('staff.minutes', { count: this.#duration })],
      [t('staff.when'), this.#time ? this.#moment(this.#time.start) : '—'],
    ];
    return html`
      <dl class="facts">${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
      ${field({ name: 'reason', label: t('staff.reason'), rows: 2, maxlength: 500, required: false })}
      ${this.#overrides && !this.#time.taken
        ? this.#form.field({ name: 'override', label: t('staff.override'), hint: t('staff.override.hint'), maxlength: 500 })
        : nothing}
      ${this.#time?.taken ? html`<p class="note problem">${t('staff.taken')}</p>` : nothing} ${this.#booking.note()} ${this.#next()}
      <button type="submit" class="wide" ?disabled=${Boolean(this.#time?.taken)} aria-busy=${this.#booking.slow}>
        ${this.#overrides ? t('staff.book.override') : t('staff.book')}
      </button>
    `;
  }

  /** Where somebody was faster, what is free next (R-BOOK-12). */
  #next() {
    const starts = this.#booking.problem?.nextStarts ?? [];
    return starts.length
      ? html`
          <div class="actions next-starts">
            ${starts.map(
              (start) => html`
                <button type="button" class="secondary" @click=${() => this.#choose({ start, obstacles: [] })}>
                  ${this.#moment(start)}
                </button>
              `,
            )}
          </div>
        `
      : nothing;
  }
}

const DURATIONS = [15, 20, 30, 45, 60, 90, 120];

customElements.define('m-book-for', BookFor);
