import { html, nothing } from 'lit';
import { api } from '../../core/api.js';
import { birthText } from '../../core/birth.js';
import { t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { nameOf, providers } from '../../core/people.js';
import { session } from '../../core/session.js';
import { dayText } from '../../core/time.js';
import { Loading } from '../../core/work.js';
import { back } from '../../parts/back.js';
import { Confirming } from '../../parts/confirming.js';
import { patientEditor } from '../../parts/patient-editor.js';
import { statusBadge } from '../../parts/status.js';
import { Table } from '../../parts/table.js';
import { visitMoment } from '../../parts/when.js';
import { Erasing } from './erasing.js';
import './patient-records.js';

/** One patient's file: who it is, how they are insured, their visits, and the records that the reader may read (R-REC-2, R-INS-1). */
class Patient extends Page {
  #now = new Date().toISOString();
  #file = new Loading(this, async (signal) => {
    const [file, covers] = await Promise.all([
      api.get(`/patients/${this.params.id}`, {}, { signal }),
      api.all(`/patients/${this.params.id}/insurance`, {}, { signal }),
    ]);
    return { patient: file.data, etag: file.etag, covers };
  });
  #coming = this.#visits();
  #past = this.#visits();
  #editor = patientEditor(this, () => this.#file.start());
  #erasing = new Erasing(this);
  #confirming = new Confirming(this, () => this.#file.start());

  connectedCallback() {
    super.connectedCallback();
    this.#file.start();
    this.#coming.start({ patientId: this.params.id, from: this.#now });
    this.#past.start({ patientId: this.params.id, to: this.#now, order: 'desc' });
  }

  #visits() {
    let known = new Map();
    const prepare = async (visits, signal) => {
      known = await providers.find(visits.map(({ providerId }) => providerId), { signal });
    };
    const columns = () => [
      { label: t('staff.when'), draw: (one) => visitMoment(one) },
      { label: t('staff.provider'), draw: (one) => nameOf(known.get(one.providerId)) },
      { label: t('staff.status'), draw: (one) => statusBadge(one.status) },
      { label: t('staff.reason'), draw: (one) => one.reason ?? '' },
    ];
    return new Table(this, '/appointments', columns, { prepare, limit: 20 });
  }

  render() {
    return html`
      ${back('/app/patients', t('staff.back'))}
      <div class="heading">
        <h1>${nameOf(this.#file.value?.patient) || t('staff.patient')}</h1>
        ${this.#file.value ? this.#actions(this.#file.value) : nothing}
      </div>
      ${this.#file.render((found) => this.#content(found))}
    `;
  }

  #actions({ patient }) {
    return html`
      <div class="actions">
        <a role="button" href="/app/book-for?patient=${patient.id}">${t('staff.book')}</a>
        <button type="button" class="secondary" @click=${() => this.#editor.change(patient.id)}>${t('staff.change')}</button>
      </div>
    `;
  }

  #content({ patient, etag, covers }) {
    const admin = session.user?.role === 'admin';
    return html`
      <div class="file-both">
        <section class="card" aria-labelledby="facts-title">
          <h2 id="facts-title">${t('staff.details')}</h2>
          ${facts(patient, this.#confirming)}
        </section>
        <section class="card" aria-labelledby="covers-title">
          <h2 id="covers-title">${t('shell.covers')}</h2>
          ${covers.length ? html`<ul class="plain">${covers.map((one) => cover(one, this.#confirming))}</ul>` : html`<p class="muted">${t('staff.covers.none')}</p>`}
        </section>
      </div>
      ${this.#confirming.note()}
      <section aria-labelledby="coming-title">
        <h2 id="coming-title">${t('staff.coming')}</h2>
        ${this.#coming.render(t('staff.coming'), t('staff.coming.none'))}
      </section>
      <section aria-labelledby="past-title">
        <h2 id="past-title">${t('staff.past')}</h2>
        ${this.#past.render(t('staff.past'), t('staff.past.none'))}
      </section>
      ${admin ? nothing : html`<m-patient-records .patientId=${patient.id}></m-patient-records>`}
      ${admin ? this.#erasing.button(patient, etag) : nothing} ${this.#editor.render()} ${this.#erasing.render()}
    `;
  }
}

const GENDERS = {
  female: 'words.gender.female',
  male: 'words.gender.male',
  other: 'words.gender.other',
  unknown: 'words.gender.unknown',
};

function facts(patient, confirming) {
  const claim = (name, label) =>
    patient[name] && !patient.confirmed[name]
      ? confirming.render({ path: `/patients/${patient.id}`, name, value: patient[name], what: label, body: { [name]: true } })
      : nothing;
  const rows = [
    [t('staff.number'), patient.patientNumber],
    [t('account.dateOfBirth'), birthText(patient.dateOfBirth)],
    [t('staff.gender'), patient.gender && t(GENDERS[patient.gender])],
    [t('account.phone'), patient.phone && html`<a href="tel:${patient.phone.replace(/[^+\d]/g, '')}">${patient.phone}</a> ${claim('phone', t('account.phone'))}`],
    [t('account.email'), patient.email && html`<a href="mailto:${patient.email}">${patient.email}</a> ${claim('email', t('account.email'))}`],
    [t('staff.nationalId'), patient.nationalId && html`${patient.nationalId} ${claim('nationalId', t('staff.nationalId'))}`],
  ];
  return html`<dl class="facts">${rows.filter(([, value]) => value).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
}

const cover = ({ id, insurer, policyNumber, policyNumberConfirmed, expiryDate, valid }, confirming) => html`
  <li>
    <strong>${insurer}</strong> ${policyNumber}
    ${policyNumberConfirmed
      ? nothing
      : confirming.render({ path: `/insurance/${id}`, name: 'policyNumber', value: policyNumber, what: `${insurer}, ${policyNumber}`, body: {} })}<br />
    <span class="badge ${valid ? 'good' : 'bad'}">${valid ? t('staff.cover.valid') : t('staff.cover.expired')}</span>
    ${t(valid ? 'staff.cover.until' : 'staff.cover.ended', { day: dayText(expiryDate) })}
  </li>
`;

customElements.define('m-patient', Patient);
