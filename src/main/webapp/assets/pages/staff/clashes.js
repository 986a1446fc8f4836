import { html } from 'lit';
import { t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { nameOf } from '../../core/people.js';
import { back } from '../../parts/back.js';
import { Table } from '../../parts/table.js';

/** What patients say of themselves and others have as well (R-PERS-2): an admin sees whose it is, and settles it in the files. */
class Clashes extends Page {
  #table = new Table(this, '/clashes', () => [
    { label: t('staff.clash.what'), draw: (one) => t(FIELDS[one.field]) },
    { label: t('staff.clash.by'), draw: (one) => holder(one.claimedBy) },
    { label: t('staff.clash.others'), draw: (one) => html`<ul class="plain">${one.others.map((other) => html`<li>${holder(other)}</li>`)}</ul>` },
  ]);

  connectedCallback() {
    super.connectedCallback();
    this.#table.start();
  }

  render() {
    return html`
      ${back('/app/patients', t('staff.back'))}
      <h1>${t('shell.clashes')}</h1>
      <p>${t('staff.clash.about')}</p>
      ${this.#table.render(t('shell.clashes'), t('staff.clash.none'))}
    `;
  }
}

const FIELDS = { phone: 'account.phone', nationalId: 'staff.nationalId', policyNumber: 'staff.policyNumber' };

/** A provider has no file here. */
const holder = (one) => html`
  ${one.patientNumber ? html`<a href="/app/patients/${one.id}">${nameOf(one)}</a> ${one.patientNumber}` : nameOf(one)}
  ${one.confirmed ? html`<span class="badge good">${t('staff.claim.confirmed')}</span>` : html`<span class="badge">${t('staff.claim')}</span>`}
`;

customElements.define('m-clashes', Clashes);
