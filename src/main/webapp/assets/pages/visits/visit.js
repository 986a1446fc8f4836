import { html, nothing } from 'lit';
import { announce } from '../../core/announce.js';
import { api } from '../../core/api.js';
import { t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { recordOf } from '../../core/records.js';
import { router } from '../../core/router.js';
import { ownZone, shortMomentText, timeText } from '../../core/time.js';
import { Loading } from '../../core/work.js';
import { back } from '../../parts/back.js';
import { statusBadge } from '../../parts/status.js';
import { ownTime, visitDay, visitHours, visitTime, visitZone } from '../../parts/when.js';
import { bookAgain } from './again.js';
import { Amendment, coverText } from './amend.js';
import { Cancellation } from './cancel.js';
import { history } from './history.js';
import { callClinic, mayChange, mayUndo, readNoticeHours, tooLate } from '../../parts/late.js';
import { Names } from './names.js';
import '../../parts/add-to-calendar.js';
import '../../parts/record.js';

/** One visit: all of it, and what its patient can do about it. */
class Visit extends Page {
  #names = new Names();
  #news = null;
  #refusedAsLate = false;
  #reading = new Loading(this, (signal) => this.#read(signal));
  #cancellation = new Cancellation(this, (...change) => this.#change(...change), () => this.#tell('good', 'visit.done.cancelled'));
  #amendment = new Amendment(this, (...change) => this.#change(...change), () => this.#tell('good', 'visit.done.amended'));

  connectedCallback() {
    super.connectedCallback();
    this.#reading.start();
    if (this.query.done === 'moved') {
      this.#tell('good', 'visit.done.moved');
      router.note({});
    }
  }

  async #read(signal) {
    const { data: visit, etag } = await api.get(`/appointments/${this.params.id}`, {}, { signal });
    const begun = Date.parse(visit.start) <= Date.now() || ['checked_in', 'completed'].includes(visit.status);
    const [noticeHours, changes, covers, record] = await Promise.all([
      readNoticeHours({ signal }),
      api.all(`/appointments/${visit.id}/history`, {}, { signal }),
      api.all(`/patients/${visit.patientId}/insurance`, {}, { signal }),
      begun ? recordOf(visit, { signal }) : null,
      this.#names.learn([visit], signal),
    ]);
    return { visit, etag, changes, covers, record, noticeHours };
  }

  /**
   * Changes the visit as it was read, and shows it as it is then. Answers whether it is done: after somebody else's change, or when it is too
   * late, it is not, and the page says so. What a lost answer hides is done all the same (`isDone`).
   */
  async #change(act, isDone) {
    try {
      await act(this.#reading.value.etag);
    } catch (refusal) {
      if (!['stale', 'illegal-transition', 'cancellation-too-late'].includes(refusal.slug)) {
        throw refusal;
      }
      await this.#reading.start();
      if (!isDone(this.#reading.value.visit)) {
        this.#refusedAsLate = refusal.slug === 'cancellation-too-late';
        this.#tell('warn', this.#refusedAsLate ? 'visit.late.refused' : 'shell.stale');
        return false;
      }
      return true;
    }
    await this.#reading.start();
    return true;
  }

  #tell(tone, key) {
    this.#news = { tone, key };
    announce(t(key));
    this.requestUpdate();
  }

  render() {
    const seen = this.#reading.value;
    return html`
      ${back('/app/visits', t('visit.all'))}
      <h1>${seen ? visitDay(seen.visit) : t('visit.one')}</h1>
      ${this.#news ? html`<div class="note ${this.#news.tone}">${t(this.#news.key)}</div>` : nothing}
      ${this.#reading.render((value) => this.#visit(value))}
    `;
  }

  #visit({ visit, changes, covers, record, noticeHours }) {
    return html`
      <p class="visit-when"><strong>${visitHours(visit)}</strong> ${ownTime(visit)} ${statusBadge(visit.status)}</p>
      <div class="visit-parts">
        <div>
          ${this.#facts(visit, covers)} ${this.#actions(visit, noticeHours)}
        </div>
        <div>
          ${record ? html`<section class="card"><h2>${t('visit.record')}</h2><m-record .record=${record}></m-record></section>` : nothing}
          <section class="card">
            <h2>${t('visit.history')}</h2>
            ${history(changes, visit.timeZone, this.#names)}
          </section>
        </div>
      </div>
      ${this.#cancellation.render(this.#names)} ${this.#amendment.render()}
    `;
  }

  #facts(visit, covers) {
    const cover = covers.find(({ id }) => id === visit.insuranceId);
    const type = this.#names.type(visit.appointmentTypeId);
    return html`
      <section class="card">
        <h2 class="unseen">${t('visit.facts')}</h2>
        <dl class="facts">
          <dt>${t('visit.provider')}</dt>
          <dd dir="auto">${this.#names.providerName(visit.providerId)}<br /><small class="muted">${this.#names.skill(visit.providerId)}</small></dd>
          ${type ? html`<dt>${t('visit.type')}</dt><dd dir="auto">${type}</dd>` : nothing}
          <dt>${t('visit.zone')}</dt>
          <dd>${visitZone(visit)}</dd>
          <dt>${t('visit.reason')}</dt>
          <dd class="lines" dir="auto">${visit.reason ?? '—'}</dd>
          <dt>${t('visit.cover')}</dt>
          <dd dir="auto">${cover ? coverText(cover) : t('visit.cover.none')}</dd>
          ${visit.rescheduledFrom.length ? html`<dt>${t('visit.former')}</dt><dd>${this.#former(visit)}</dd>` : nothing}
        </dl>
        ${mayChange(visit)
          ? html`<button type="button" class="secondary" @click=${() => this.#amendment.open(visit, covers)}>${t('visit.amend')}</button>`
          : nothing}
      </section>
    `;
  }

  #former({ rescheduledFrom, timeZone }) {
    return html`<ul class="former">
      ${rescheduledFrom.map(
        (former) => html`<li>
          <s>${visitTime({ ...former, timeZone })}</s><br />
          <small class="muted">${t('visit.former.at', { at: shortMomentText(former.at, ownZone()) })}</small>
        </li>`,
      )}
    </ul>`;
  }

  #actions(visit, noticeHours) {
    if (!mayChange(visit)) {
      const withdrawn = visit.status === 'cancelled' && Date.parse(visit.end) > Date.now();
      return html`
        ${withdrawn ? html`<p class="muted">${t('visit.withdraw')}</p>` : nothing}
        <div class="actions">${withdrawn ? html`<m-add-to-calendar .appointment=${visit}></m-add-to-calendar>` : nothing} ${bookAgain(visit)}</div>
      `;
    }
    if (Date.parse(visit.start) <= Date.now()) {
      return nothing;
    }
    const late = this.#refusedAsLate || tooLate(visit, noticeHours);
    const undo = late && !this.#refusedAsLate && mayUndo(visit);
    return html`
      ${undo ? html`<div class="note"><p>${t('visit.undo', { time: timeText(visit.undoUntil, ownZone()) })}</p></div>` : nothing}
      ${late && !undo ? callClinic(noticeHours, this.#names.provider(visit.providerId)) : nothing}
      <div class="actions">
        <m-add-to-calendar .appointment=${visit}></m-add-to-calendar>
        ${late ? nothing : html`<a role="button" class="secondary" href="/app/visits/${visit.id}/move">${t('visit.move')}</a>`}
        ${late && !undo
          ? nothing
          : html`<button type="button" class="danger" @click=${() => this.#cancellation.open(visit)}>${t('visit.cancel')}</button>`}
      </div>
    `;
  }
}

customElements.define('m-visit', Visit);
