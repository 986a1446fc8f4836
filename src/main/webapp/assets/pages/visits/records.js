import { html } from 'lit';
import { entries } from '../../core/forms.js';
import { t } from '../../core/i18n.js';
import { Listing } from '../../core/listing.js';
import { Page } from '../../core/page.js';
import { nameOf, patients, providers } from '../../core/people.js';
import { router } from '../../core/router.js';
import { session } from '../../core/session.js';
import { dateText, ownZone, plusDays, startOfDay } from '../../core/time.js';
import '../../parts/record.js';

/** The records of a patient's visits, or those that a provider wrote; the latest visit first (R-REC-2). */
class Records extends Page {
  #ofPatient = session.user.role === 'patient';
  #people = new Map();
  #list = new Listing(this, '/records', {
    limit: 20,
    prepare: async (records, signal) => {
      const directory = this.#ofPatient ? providers : patients;
      this.#people = await directory.find(records.map((record) => this.#other(record)), { signal });
    },
  });

  /** Whose name tells records apart. */
  #other(record) {
    return this.#ofPatient ? record.providerId : record.patientId;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#search(this.query);
  }

  #search({ diagnosis, from, to, patient }) {
    const zone = ownZone();
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
      <form class="search" role="search" novalidate @submit=${this.#submit}>
        <label>${t('record.search')}<input type="search" name="diagnosis" maxlength="100" .value=${this.query.diagnosis ?? ''} autocomplete="off" /></label>
        <label>${t('record.from')}<input type="date" name="from" .value=${this.query.from ?? ''} /></label>
        <label>${t('record.to')}<input type="date" name="to" .value=${this.query.to ?? ''} /></label>
        <button type="submit" class="secondary">${t('record.search.do')}</button>
      </form>
      ${this.#list.render(
        (records) => html`<ul class="visits">${records.map((record) => this.#card(record))}</ul>`,
        html`<p class="card empty">${this.#filtered ? t('record.none.found') : t('record.none')}</p>`,
      )}
    `;
  }

  get #filtered() {
    return ['diagnosis', 'from', 'to'].some((name) => this.query[name]);
  }

  #card(record) {
    return html`
      <li>
        <details class="card">
          <summary>
            <strong dir="auto">${record.readable ? record.diagnosis : t('record.unreadable.short')}</strong>
            <span class="muted">${dateText(record.start, ownZone())} · <bdi>${nameOf(this.#people.get(this.#other(record)))}</bdi></span>
          </summary>
          <m-record .record=${record}></m-record>
          <p><a href="/app/${this.#ofPatient ? 'visits' : 'appointments'}/${record.appointmentId}">${t('record.visit')}</a></p>
        </details>
      </li>
    `;
  }
}

const isDay = (text) => /^\d{4}-\d{2}-\d{2}$/.test(text ?? '');

customElements.define('m-records', Records);
