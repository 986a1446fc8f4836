import { html, nothing } from 'lit';
import { api } from '../../core/api.js';
import { entries, field } from '../../core/forms.js';
import { t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { nameOf } from '../../core/people.js';
import { router } from '../../core/router.js';
import { dayOf } from '../../core/time.js';
import { Doing, Loading } from '../../core/work.js';
import { back } from '../../parts/back.js';
import { Modal } from '../../parts/modal.js';
import { ownTime, visitTime } from '../../parts/when.js';
import { callClinic, mayChange, readNoticeHours, tooLate } from '../../parts/late.js';
import { Names } from './names.js';
import '../../parts/person-search.js';
import '../../parts/slot-picker.js';

/** Where a patient finds another time for a visit, with the same provider or another one (R-BOOK-9). */
class VisitMove extends Page {
  #names = new Names();
  /** With whom it shall be from now on. */
  #provider = null;
  #stale = false;
  #refusedAsLate = false;
  #confirmation = new Modal(this);
  #reading = new Loading(this, async (signal) => {
    const [{ data: visit, etag }, noticeHours] = await Promise.all([
      api.get(`/appointments/${this.params.id}`, {}, { signal }),
      readNoticeHours({ signal }),
    ]);
    await this.#names.learn([visit], signal);
    this.#provider = { ...this.#names.provider(visit.providerId), id: visit.providerId, timeZone: visit.timeZone };
    return { visit, etag, noticeHours };
  });
  #moving = new Doing(this, (form) => this.#move(this.#confirmation.about, entries(form)));

  connectedCallback() {
    super.connectedCallback();
    this.#reading.start();
  }

  async #move({ start }, { reason }) {
    const { visit, etag } = this.#reading.value;
    try {
      await api.post(`/appointments/${visit.id}/reschedule`, { start, providerId: this.#provider.id, reason }, { etag });
    } catch (refusal) {
      if (!['stale', 'illegal-transition', 'cancellation-too-late'].includes(refusal.slug)) {
        throw refusal;
      }
      await this.#reading.start();
      if (Date.parse(this.#reading.value.visit.start) !== Date.parse(start)) {
        this.#refusedAsLate = refusal.slug === 'cancellation-too-late';
        this.#stale = !this.#refusedAsLate;
        this.#confirmation.close();
        return;
      }
    }
    this.#confirmation.close();
    router.go(`/app/visits/${visit.id}?done=moved`, { replace: true });
  }

  #with({ detail }) {
    if (detail) {
      this.#provider = detail;
      this.requestUpdate();
    }
  }

  #choose(time) {
    this.#moving.clear();
    this.#confirmation.open(time);
  }

  #submit = (event) => {
    event.preventDefault();
    this.#moving.start(event.target);
  };

  render() {
    return html`
      ${back(`/app/visits/${this.params.id}`, t('visit.back'))}
      <h1>${t('visit.move.title')}</h1>
      ${this.#stale ? html`<div class="note warn" role="alert">${t('visit.move.stale')}</div>` : nothing}
      ${this.#reading.render((value) => this.#choice(value))}
    `;
  }

  #choice({ visit, noticeHours }) {
    const provider = this.#names.provider(visit.providerId);
    if (!mayChange(visit)) {
      return html`<p class="note warn">${t('visit.move.over')}</p>`;
    }
    if (this.#refusedAsLate || tooLate(visit, noticeHours)) {
      return callClinic(noticeHours, provider);
    }
    const to = this.#provider;
    return html`
      <p>${t('visit.move.text', { when: visitTime(visit), provider: this.#names.providerName(visit.providerId) })} ${ownTime(visit)}</p>
      <h2>${t('visit.move.other')}</h2>
      <div class="narrow-field">
        <m-person-search of="providers" label=${t('visit.move.with')} hint=${t('visit.move.with.hint')} .person=${to} @choose=${this.#with}></m-person-search>
      </div>
      <m-slot-picker
        .providerId=${to.id}
        .appointmentId=${visit.id}
        .durationMinutes=${minutesOf(visit)}
        .zone=${to.timeZone}
        .day=${dayOf(visit.start, to.timeZone)}
        @pick=${(event) => this.#choose(event.detail)}
      ></m-slot-picker>
      ${this.#confirmation.render('move-title', t('visit.move.confirm'), (time) => this.#confirm(visit, time))}
    `;
  }

  #confirm(visit, time) {
    const to = this.#provider;
    const next = { ...time, timeZone: to.timeZone };
    return html`
      <dl class="facts">
        <dt>${t('visit.move.from')}</dt>
        <dd><s>${visitTime(visit)}</s></dd>
        <dt>${t('visit.move.to')}</dt>
        <dd><strong>${visitTime(next)}</strong><br />${ownTime(next)}</dd>
        ${to.id === visit.providerId ? nothing : html`<dt>${t('visit.provider')}</dt><dd><strong>${nameOf(to)}</strong></dd>`}
      </dl>
      <form novalidate @submit=${this.#submit}>
        ${field({ id: 'move-reason', name: 'reason', label: t('visit.move.reason'), required: false, rows: 2, maxlength: 500 })}
        ${this.#moving.note()} ${this.#others(visit)}
        <div class="actions">
          <button type="submit" aria-busy=${this.#moving.slow}>${t('visit.move.do')}</button>
          <button type="button" class="secondary" @click=${() => this.#confirmation.close()}>${t('visit.move.other')}</button>
        </div>
      </form>
    `;
  }

  /** The next free times, when somebody else was faster. */
  #others(visit) {
    const starts = this.#moving.problem?.nextStarts ?? [];
    const end = (start) => new Date(Date.parse(start) + minutesOf(visit) * 60_000).toISOString();
    return starts.length === 0
      ? nothing
      : html`
          <p>${t('visit.move.next')}</p>
          <ul class="next-starts">
            ${starts.map((start) => {
              const time = { start, end: end(start), timeZone: this.#provider.timeZone };
              return html`<li><button type="button" class="secondary" @click=${() => this.#choose(time)}>${visitTime(time)}</button></li>`;
            })}
          </ul>
        `;
  }
}

const minutesOf = ({ start, end }) => (Date.parse(end) - Date.parse(start)) / 60_000;

customElements.define('m-visit-move', VisitMove);
