import { html, nothing } from 'lit';
import { birthText } from '../../core/birth.js';
import { t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { nameOf } from '../../core/people.js';
import { router } from '../../core/router.js';
import { session } from '../../core/session.js';
import { BreakGlass } from '../../parts/break-glass.js';
import { patientEditor } from '../../parts/patient-editor.js';
import { Table } from '../../parts/table.js';

/** The patients whom one may see: providers those who have been or will be with them, admins all. */
class Patients extends Page {
  #table = new Table(this, '/patients', () => [
    { label: t('staff.name'), draw: (one) => html`<a href="/app/patients/${one.id}">${nameOf(one)}</a>` },
    { label: t('staff.number'), draw: (one) => one.patientNumber },
    { label: t('account.dateOfBirth'), draw: (one) => birthText(one.dateOfBirth) },
    { label: t('account.phone'), draw: (one) => one.phone ?? '' },
    { label: t('staff.goTo'), draw: (one) => html`<a href="/app/book-for?patient=${one.id}">${t('staff.book')}<span class="unseen"> ${nameOf(one)}</span></a>` },
  ]);
  #editor = patientEditor(this, (patient) => router.go(`/app/patients/${patient.id}`));

  #emergency = new BreakGlass(this, (patient) => router.go(`/app/patients/${patient.id}`));

  connectedCallback() {
    super.connectedCallback();
    this.#find(this.query.search ?? '');
  }

  #find(search) {
    this.query = { search };
    router.note(this.query);
    this.#table.start(this.query);
  }

  #submit(event) {
    event.preventDefault();
    this.#find(event.target.elements.search.value.trim());
  }

  render() {
    const provider = session.user?.role === 'provider';
    return html`
      <div class="heading">
        <h1>${t('shell.patients')}</h1>
        ${session.user?.role === 'admin'
          ? html`<button type="button" @click=${() => this.#editor.create()}>${t('staff.patient.new')}</button>`
          : html`<a role="button" href="/app/book-for">${t('staff.book.title')}</a>`}
      </div>
      <form class="search" role="search" @submit=${this.#submit}>
        <label>
          ${t('staff.search')}
          <input type="search" name="search" maxlength="100" .value=${this.query.search ?? ''} autocomplete="off" aria-describedby="search-hint" />
        </label>
        <button type="submit" class="secondary">${t('staff.find')}</button>
        <small id="search-hint">${t('staff.patient.hint')}</small>
      </form>
      ${session.user?.role === 'admin' ? html`<p><a href="/app/clashes">${t('shell.clashes')}</a></p>` : nothing}
      ${this.#table.render(t('shell.patients'), provider ? t('staff.none.provider') : t('staff.none'))}
      ${provider ? html`<p>${this.#emergency.button()}</p>` : nothing} ${this.#editor.render()} ${this.#emergency.render()}
    `;
  }
}

customElements.define('m-patients', Patients);
