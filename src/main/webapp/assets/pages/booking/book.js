import { html, nothing } from 'lit';
import { announce } from '../../core/announce.js';
import { api, newKey } from '../../core/api.js';
import { Form, field } from '../../core/forms.js';
import { search } from '../../core/http.js';
import { t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { nameOf } from '../../core/people.js';
import { router } from '../../core/router.js';
import { session } from '../../core/session.js';
import { dayOf, dayText } from '../../core/time.js';
import { appointmentTypes } from '../../core/types.js';
import { Doing, Loading } from '../../core/work.js';
import { back } from '../../parts/back.js';
import { clock, moment } from '../../parts/clocks.js';
import { shortDay } from '../../parts/when.js';
import { mayChange, readNoticeHours, tooLate } from '../../parts/late.js';
import { Hold } from './hold.js';
import { lasting } from './lasting.js';
import { work } from './offer.js';
import './own-holds.js';

/** Refusals of a time that somebody has, who may be oneself. */
const TAKEN = ['slot-taken', 'patient-busy'];

/** Where a time that is kept meanwhile becomes an appointment: one look, one click. */
class Book extends Page {
  #hold = new Hold(this);
  #key = newKey();
  #sent = null;
  #reading = new Loading(this, async (signal) => {
    const [{ data }, types, covers, noticeHours] = await Promise.all([
      api.get(`/providers/${this.query.provider}`, {}, { signal }),
      appointmentTypes(),
      api.all(`/patients/${session.user.personId}/insurance`, {}, { signal }),
      readNoticeHours({ signal }),
    ]);
    return { provider: data, type: types.get(this.query.type), covers, noticeHours };
  });
  #keeping = new Doing(this, async () => {
    try {
      await this.#hold.take(this.#wanted);
    } catch (refusal) {
      const own = TAKEN.includes(refusal.slug) && (await this.#own());
      if (!own) {
        throw refusal;
      }
      router.go(`/app/booked/${own.id}`, { replace: true });
    }
  });
  #booking = new Doing(this, async (entered) => {
    const given = { ...this.#wanted, ...entered, ...(this.#hold.kept && { holdId: this.#hold.kept.id }) };
    const { data } = await api.post('/appointments', given, { key: this.#keyOf(given) });
    this.#hold.done();
    if (this.isConnected) {
      router.go(`/app/booked/${data.id}`, { replace: true });
    } else {
      announce(t('book.booked')); // it waited for the connection, and one has gone on meanwhile
    }
  });
  #form = new Form(this, this.#booking, { draft: 'book' });
  #returned = (event) => event.persisted && this.#keeping.start();

  get #wanted() {
    const { provider, start, type } = this.query;
    return { providerId: provider, start, ...(type && { appointmentTypeId: type }) };
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener('pageshow', this.#returned);
    this.#reading.start();
    this.#keeping.start();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('pageshow', this.#returned);
  }

  /** What one has booked there oneself, as whoever comes back to this page after booking has. */
  async #own() {
    const { provider, start } = this.query;
    const to = new Date(Date.parse(start) + 1).toISOString();
    const { data } = await api.get('/appointments', { patientId: session.user.personId, providerId: provider, from: start, to });
    return data.items.find((one) => Date.parse(one.start) === Date.parse(start) && mayChange(one));
  }

  /** The same request has the same key, however often it is sent; another one has another (R-BOOK-6). */
  #keyOf(given) {
    const text = JSON.stringify(given);
    if (this.#sent !== null && this.#sent !== text) {
      this.#key = newKey();
    }
    this.#sent = text;
    return this.#key;
  }

  async #submit(event) {
    await this.#form.submit(event);
    const { problem } = this.#booking;
    if (problem?.slug === 'hold-expired' || problem?.faultOf('holdId')) {
      this.#booking.clear();
      this.#hold.done({ ended: true });
      this.requestUpdate();
    }
  }

  /** Another time instead, on the same page: what was typed stays. */
  #instead(start) {
    this.query = { ...this.query, start };
    router.note(this.query);
    this.#booking.clear();
    this.#keeping.start();
    this.querySelector('h1').focus();
  }

  render() {
    return html`
      <section class="narrow book">
        ${this.#reading.value ? back(this.#others(this.#reading.value.provider), t('book.other')) : nothing}
        <h1 tabindex="-1">${t('book.title')}</h1>
        ${this.#reading.render((read) => this.#content(read))}
      </section>
    `;
  }

  #content({ provider, type, covers, noticeHours }) {
    const { start } = this.query;
    const zone = provider.timeZone;
    const valid = covers.filter(({ expiryDate }) => expiryDate >= dayOf(start, zone));
    return html`
      <div class="card when">
        <p>${moment(start, zone)}</p>
        ${this.#hold.kept ? html`<p>${lasting(this.#hold.kept)}</p>` : nothing}
        <p><strong>${nameOf(provider)}</strong><br /><span class="muted">${work(provider)}</span></p>
        ${type ? html`<p>${type.name}</p>` : nothing}
        ${this.#countdown()}
      </div>
      ${tooLate({ status: 'scheduled', start }, noticeHours) ? html`<p class="note warn">${t('book.late', { count: noticeHours })}</p>` : nothing}
      ${this.#trouble(provider)}
      <form novalidate @submit=${this.#submit} @input=${this.#form.keep}>
        ${this.#form.field({
          name: 'reason',
          label: t('book.reason'),
          hint: t('book.reason.hint'),
          rows: 2,
          maxlength: 500,
          required: false,
        })}
        ${valid.length ? this.#cover(valid) : nothing}
        ${this.#hold.kept && !this.#hold.ended
          ? html`<button type="submit" class="wide" aria-busy=${this.#booking.slow}>${t('book.confirm')}</button>`
          : nothing}
      </form>
    `;
  }

  #others(provider) {
    const { start, type } = this.query;
    return `/app/times/${provider.id}${search({ type, day: dayOf(start, provider.timeZone) })}`;
  }

  #cover(valid) {
    const none = ['', t('book.cover.none')];
    const text = ({ insurer, policyNumber, expiryDate }) => t('book.cover.one', { insurer, policyNumber, day: dayText(expiryDate) });
    return field({
      name: 'insuranceId',
      label: t('book.cover'),
      required: false,
      value: valid[0].id,
      options: [...valid.map((cover) => [cover.id, text(cover)]), none],
    });
  }

  #countdown() {
    if (!this.#hold.kept || this.#hold.ended) {
      return nothing;
    }
    return html`
      <p class="left"><span role="timer">${t('book.left', { time: this.#hold.leftText })}</span></p>
      <progress max="1" .value=${this.#hold.share} aria-label=${t('book.left.label')}></progress>
    `;
  }

  #trouble(provider) {
    const problem = this.#booking.problem ?? this.#keeping.problem;
    if (this.#hold.ended) {
      return html`
        <div class="note warn" role="alert">
          <p>${t('book.ended')}</p>
          <button type="button" aria-busy=${this.#keeping.slow} @click=${() => this.#keeping.start()}>${t('book.again')}</button>
        </div>
      `;
    }
    const note = this.#booking.error ? this.#booking.note() : this.#keeping.note();
    return html`
      ${note}${this.#keeping.slow ? html`<p class="waiting" role="status" aria-busy="true">${t('book.keeping')}</p>` : nothing}
      ${this.#keeping.problem?.slug === 'hold-limit' ? html`<m-own-holds @freed=${() => this.#keeping.start()}></m-own-holds>` : nothing}
      ${problem?.nextStarts.length ? this.#next(problem.nextStarts, provider) : nothing}
    `;
  }

  #next(starts, { timeZone }) {
    return html`
      <h2>${t('book.next')}</h2>
      <ul class="times next">
        ${starts.map(
          (start) =>
            html`<li>
              <button type="button" class="secondary" @click=${() => this.#instead(start)}>
                ${shortDay(dayOf(start, timeZone), { day: 'numeric', month: 'short' })} ${clock(start, timeZone)}
              </button>
            </li>`,
        )}
      </ul>
    `;
  }
}

customElements.define('m-book', Book);
