import { html, nothing } from 'lit';
import { t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { cadreOf, nameOf, providers } from '../../core/people.js';
import { router } from '../../core/router.js';
import { ownZone } from '../../core/time.js';
import { Editor } from '../../parts/editor.js';
import { strandedNote } from '../../parts/stranded-badge.js';
import { Table } from '../../parts/table.js';
import { genderOptions } from '../../parts/genders.js';
import { nameFields, personFaults } from '../../parts/person-fields.js';
import { searchForm } from './search-form.js';

/** The clinic's providers: found, made, changed, sent on leave from booking. */
class Providers extends Page {
  #table = new Table(this, '/providers', () => [
    { label: t('admin.name'), draw: (one) => html`<button type="button" class="link" @click=${() => this.#editor.change(one.id)}>${nameOf(one)}</button>` },
    { label: t('admin.cadre'), draw: cadreOf },
    { label: t('admin.specialization'), draw: (one) => one.specialization ?? '' },
    { label: t('admin.zone'), draw: (one) => one.timeZone },
    { label: t('admin.state'), draw: activity },
    {
      label: t('admin.goTo'),
      draw: (one) => html`
        <a href="/app/calendar?provider=${one.id}">${t('shell.calendar')}</a> ·
        <a href="/app/hours?provider=${one.id}">${t('shell.hours')}</a>
      `,
    },
  ]);

  #stranded = null;
  #editor = new Editor(this, {
    path: '/providers',
    title: (provider) => (provider ? nameOf(provider) : t('admin.provider.new')),
    fields,
    check: (provider, given) => personFaults(given),
    body: (given) => ({ ...given, active: given.active === 'true' }),
    removable: () => t('admin.provider.remove'),
    saved: (answer, before) => {
      this.#stranded = answer?.stranded?.length ? { count: answer.stranded.length, id: answer.id } : null;
      providers.forget(before?.id);
      this.#table.start();
    },
  });

  connectedCallback() {
    super.connectedCallback();
    this.#find(this.query);
  }

  #find({ search = '', active = '' }) {
    this.query = { search, active };
    router.note(this.query);
    this.#table.start(this.query);
  }

  render() {
    const activities = [['', t('admin.any')], ['true', t('admin.active')], ['false', t('admin.inactive')]];
    return html`
      <div class="heading">
        <h1>${t('shell.providers')}</h1>
        <button type="button" @click=${() => this.#editor.create()}>${t('admin.provider.new')}</button>
      </div>
      ${this.#stranded ? strandedNote(this.#stranded.count, this.#stranded.id) : nothing}
      ${searchForm({
        term: this.query.search,
        choices: [{ name: 'active', label: t('admin.state'), value: this.query.active, options: activities }],
        find: (given) => this.#find(given),
      })}
      ${this.#table.render(t('shell.providers'), t('admin.none'))} ${this.#editor.render()}
    `;
  }
}

const activity = ({ active }) =>
  html`<span class="badge ${active ? 'good' : ''}">${active ? t('admin.active') : t('admin.inactive')}</span>`;

function fields(provider) {
  const of = (name) => provider?.[name] ?? '';
  return [
    ...nameFields(provider).map((one) => ({ ...one, autocomplete: 'off' })),
    { name: 'cadre', label: t('admin.cadre'), value: of('cadre'), maxlength: 100, hint: t('admin.cadre.hint') },
    { name: 'specialization', label: t('admin.specialization'), value: of('specialization'), maxlength: 100, required: false },
    { name: 'timeZone', label: t('admin.zone'), value: of('timeZone') || ownZone(), options: zones(of('timeZone')) },
    { name: 'gender', label: t('admin.gender'), value: of('gender'), required: false, options: genderOptions() },
    { name: 'email', label: t('account.email'), type: 'email', value: of('email'), maxlength: 254, required: false },
    { name: 'phone', label: t('account.phone'), type: 'tel', value: of('phone'), maxlength: 30, required: false, hint: t('account.phone.hint') },
    {
      name: 'active',
      label: t('admin.state'),
      value: `${provider?.active ?? true}`,
      options: [['true', t('admin.active')], ['false', t('admin.inactive')]],
      hint: t('admin.active.hint'),
    },
  ];
}

function zones(present) {
  const all = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', ownZone(), present].filter(Boolean));
  return [...all].sort().map((zone) => [zone, zone.replaceAll('_', ' ')]);
}

customElements.define('m-providers', Providers);
