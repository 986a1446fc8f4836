import { html, nothing } from 'lit';
import { entries } from '../../core/forms.js';
import { t } from '../../core/i18n.js';
import { Listing } from '../../core/listing.js';
import { Page } from '../../core/page.js';
import { nameOf, patients, providers } from '../../core/people.js';
import { router } from '../../core/router.js';
import { session } from '../../core/session.js';
import { ownZone, plusDays, sameClock, startOfDay, zoneText } from '../../core/time.js';
import { visitDays } from '../../parts/when.js';
import '../../parts/record.js';

/** The records of a patient's visits, or those that a provider wrote; the latest visit first (R-REC-2). */
class Records extends Page {
  #ofPatient = session.user.role === 'patient';
  #people = new Map();
  #providers = new Map();
  #zone = ownZone();
  #list = new Listing(this, '/records', {
    limit: 20,
    prepare: async (records, signal) => {
      const providerIds = records.map(({ providerId }) => providerId);
      this.#providers = await providers.find(providerIds, { signal, fresh: true });
      this.#people = this.#ofPatient ? this.#providers : await patients.find(records.map((record) => this.#other(record)), { signal });
    },
  });

  /** Whose name tells records apart. */
  #other(record) {
    return this.#ofPatient ? record.providerId : record.patientId;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#begin();
  }

  /** Providers mean days on the clock of their calendar (R-TIME-6), patients on their own. */
  async #begin() {
    if (!this.#ofPatient) {
      const { personId } = session.user;
      const known = await providers.find([personId], { fresh: true }).catch(() => null);
      this.#zone = known?.get(personId)?.timeZone ?? this.#zone;
    }
    this.#search(this.query);
  }

  #search({ diagnosis, from, to, patient }) {
    const zone = this.#zone;
    this.#list.start({
      patientId: patient,
      diagnosis,
      from: isDay(from) ? startOfDay(from, zone) : undefined,
      to: isDay(to) ? startOfDay(plusDays(to, 1), zone) : undefined,
    });
  }

  #submit = (event) => {
    event.preventDefault();
    const { diagnosis, from, to } = entries(event.target);
    const [first, last] = from && to && to < from ? [to, from] : [from, to];
    this.query = { ...this.query, diagnosis, from: first, to: last };
    router.note(this.query);
    this.#search(this.query);
  };

  render() {
    return html`
      <h1>${t('shell.records')}</h1>
      <p class="muted">${this.#ofPatient ? t('record.text.patient') : t('record.text.provider')}</p>
      ${sameClock(this.#zone, ownZone()) ? nothing : html`<p class="muted">${t('record.zone', { zone: zoneText(this.#zone) })}</p>`}
      ${this.#filtered || this.#list.reading.value?.length ? this.#filters() : nothing}
      ${this.#list.render(
        (records) => html`<ul class="visits">${records.map((record) => this.#card(record))}</ul>`,
        html`<p class="card empty">${this.#filtered ? t('record.none.found') : t('record.none')}</p>`,
      )}
    `;
  }

  /** Where there is nothing to search there is no search. */
  #filters() {
    return html`
      <form class="search" role="search" novalidate @submit=${this.#submit}>
        <label>${t('record.search')}<input type="search" name="diagnosis" maxlength="100" .value=${this.query.diagnosis ?? ''} autocomplete="off" /></label>
        <label>${t('record.from')}<input type="date" name="from" .value=${this.query.from ?? ''} /></label>
        <label>${t('record.to')}<input type="date" name="to" .value=${this.query.to ?? ''} /></label>
        <button type="submit" class="secondary">${t('record.search.do')}</button>
      </form>
    `;
  }

  get #filtered() {
    return ['diagnosis', 'from', 'to'].some((name) => this.query[name]);
  }

  #card(record) {
    const timeZone = this.#providers.get(record.providerId)?.timeZone ?? ownZone();
    return html`
      <li>
        <details class="card">
          <summary>
            <strong dir="auto">${record.readable ? record.diagnosis : t('record.unreadable.short')}</strong>
            <span class="muted">${visitDays({ start: record.start, timeZone })} · <bdi>${nameOf(this.#people.get(this.#other(record)))}</bdi></span>
          </summary>
          <m-record .record=${record}></m-record>
          <p><a href=${this.#ofPatient ? `/app/visits/${record.appointmentId}` : `/app/appointments/${record.appointmentId}`}>${t('record.visit')}</a></p>
        </details>
      </li>
    `;
  }
}

const isDay = (text) => /^\d{4}-\d{2}-\d{2}$/.test(text ?? '');

customElements.define('m-records', Records);
