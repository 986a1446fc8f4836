import { html, nothing } from 'lit';
import { announce } from '../../core/announce.js';
import { api } from '../../core/api.js';
import { Form } from '../../core/forms.js';
import { t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { nameOf, patients, providers } from '../../core/people.js';
import { router } from '../../core/router.js';
import { session } from '../../core/session.js';
import { momentText, ownZone, shortDateText, shortMomentText } from '../../core/time.js';
import { Doing } from '../../core/work.js';
import { Editor } from '../../parts/editor.js';
import { Modal } from '../../parts/modal.js';
import { roleOptions, roleText } from '../../parts/roles.js';
import { Table } from '../../parts/table.js';
import { searchForm } from './search-form.js';
import '../../parts/person-search.js';

/** The accounts of the clinic: who may sign in, and as what. */
class Users extends Page {
  #people = new Map();
  #role = 'provider';
  #person = null;
  #signedOut = null;

  #table = new Table(
    this,
    '/users',
    () => [
      { label: t('admin.user.name'), draw: (user) => html`<button type="button" class="link" @click=${() => this.#open(user.id)}>${user.username}</button>` },
      { label: t('admin.user.role'), draw: (user) => roleText(user.role) },
      { label: t('admin.user.person'), draw: (user) => nameOf(this.#people.get(user.personId)) || '—' },
      { label: t('account.email'), draw: (user) => this.#addresses(user) },
      { label: t('admin.state'), draw: ({ enabled }) => html`<span class="badge ${enabled ? 'good' : 'bad'}">${t(enabled ? 'admin.enabled' : 'admin.disabled')}</span>` },
      { label: t('admin.user.since'), draw: (user) => shortDateText(user.createdAt, ownZone()) },
      { label: t('admin.user.code'), draw: (user) => html`<button type="button" class="link" @click=${() => this.#codes.start(user)}>${t('admin.user.code.issue')}</button>` },
      { label: t('admin.user.sessions'), draw: (user) => html`<button type="button" class="link" @click=${() => this.#signingOut.start(user)}>${t('admin.user.sessions.end')}</button>${this.#factorOf(user)}` },
    ],
    { prepare: (users, signal) => this.#name(users, signal) },
  );

  #editor = new Editor(this, {
    path: '/users',
    method: 'patch',
    title: (user) => user?.username ?? t('admin.user.new'),
    fields: (user) => this.#fields(user),
    body: (given, user) => this.#body(given, user),
    check: (user) => (user || this.#role === 'admin' || this.#person ? {} : { personId: t('admin.user.person.choose') }),
    removable: () => t('admin.user.remove'),
    saved: (answer, before) => {
      this.#table.start();
      if (answer && !before) {
        this.#codes.start(answer); // a new account has no password yet
      }
    },
  });

  #codes = new Doing(this, async (user) => {
    const { data } = await api.post(`/users/${user.id}/password-reset`);
    await this.#code.open({ ...data, username: user.username });
  });

  #code = new Modal(this);

  #signingOut = new Doing(this, async ({ id, username }) => {
    this.#signedOut = null;
    await api.remove(`/users/${id}/sessions`);
    this.#signedOut = username;
    announce(t('admin.user.sessions.ended', { username }));
  });

  #factor = new Modal(this);
  #asked = new Modal(this);
  #told = null;

  #removing = new Doing(this, async ({ reason }) => {
    const { id, username } = this.#factor.about;
    await api.post(`/users/${id}/second-factor-removal`, { reason });
    this.#factor.close();
    this.#tell('admin.user.factor.askedFor', username);
  });

  #confirming = new Doing(this, async () => {
    const { id, username } = this.#asked.about;
    await api.post(`/users/${id}/second-factor-removal/confirmation`);
    this.#asked.close();
    this.#tell('admin.user.factor.removed', username);
  });

  #withdrawing = new Doing(this, async () => {
    const { id, username } = this.#asked.about;
    await api.remove(`/users/${id}/second-factor-removal`);
    this.#asked.close();
    this.#tell('admin.user.factor.withdrawn', username);
  });

  #tell(key, username) {
    this.#told = t(key, { username });
    this.#table.start();
    announce(this.#told);
  }

  /** What one admin asks for, another confirms (R-AUTH-19). */
  #factorOf(user) {
    if (!user.secondFactor) {
      return nothing;
    }
    return user.secondFactorRemoval
      ? html` <button type="button" class="link" @click=${() => this.#showAsked(user)}>${t('admin.user.factor.asked')}</button>`
      : html` <button type="button" class="link" @click=${() => this.#askToRemove(user)}>${t('admin.user.factor.remove')}</button>`;
  }

  #showAsked(user) {
    this.#told = null;
    this.#confirming.clear();
    this.#withdrawing.clear();
    return this.#asked.open(user);
  }

  #reason = new Form(this, this.#removing);

  #askToRemove(user) {
    this.#told = null;
    this.#reason.clear();
    return this.#factor.open(user);
  }

  connectedCallback() {
    super.connectedCallback();
    this.#find(this.query);
  }

  #find({ search = '', role = '', enabled = '' }) {
    this.query = { search, role, enabled };
    router.note(this.query);
    this.#table.start(this.query);
  }

  async #name(users, signal) {
    const of = (role) => users.filter((user) => user.role === role).map((user) => user.personId);
    const known = await Promise.all([patients.find(of('patient'), { signal, fresh: true }), providers.find(of('provider'), { signal, fresh: true })]);
    known.forEach((people) => people.forEach((person, id) => this.#people.set(id, person)));
  }

  /** With what somebody signs in, and what else their file says: where a former release let the two part, an admin has to know (R-PERS-5). */
  #addresses({ email, formerEmail, personId }) {
    const theirs = this.#people.get(personId)?.email;
    const parted = theirs && theirs.toLowerCase() !== email?.toLowerCase();
    return html`
      ${email ?? '—'} ${formerEmail ? html`<br /><small>${t('admin.user.email.former', { address: formerEmail })}</small>` : nothing}
      ${parted ? html`<br /><small>${t('admin.user.email.parted', { address: theirs })}</small>` : nothing}
    `;
  }

  #open(id) {
    this.#person = null;
    return this.#editor.change(id);
  }

  #create() {
    this.#role = 'provider';
    this.#person = null;
    this.#editor.create();
  }

  #fields(user) {
    const role = user?.role ?? this.#role;
    return [
      { name: 'username', label: t('admin.user.name'), value: user?.username ?? '', minlength: 3, maxlength: 254, hint: t('admin.user.name.hint') },
      { name: 'email', label: t('account.email'), type: 'email', value: user?.email ?? '', maxlength: 254, required: false, hint: t('admin.user.email.hint') },
      { name: 'role', label: t('admin.user.role'), value: role, options: roleOptions(), change: (event) => this.#roleChosen(event.target.value) },
      this.#personOf(user),
      {
        name: 'enabled',
        label: t('admin.state'),
        value: `${user?.enabled ?? true}`,
        options: [['true', t('admin.enabled')], ['false', t('admin.disabled')]],
        hint: t('admin.user.enabled.hint'),
      },
    ];
  }

  #roleChosen(role) {
    this.#role = role;
    this.#person = null;
    this.requestUpdate();
  }

  /** Patients and providers have a person; whose account it is does not change later. */
  #personOf(user) {
    const role = user?.role ?? this.#role;
    return {
      draw: (fault) =>
        role === 'admin' || user
          ? nothing
          : html`
              <m-person-search
                of=${role === 'patient' ? 'patients' : 'providers'}
                label=${t('admin.user.person')}
                .hint=${t('admin.user.person.hint')}
                .fault=${fault}
                @choose=${(event) => (this.#person = event.detail)}
              ></m-person-search>
            `,
      name: 'personId',
    };
  }

  #body({ username, email, role, enabled }, user) {
    const wanted = { username, email, role, enabled: enabled === 'true' };
    if (user) {
      return Object.fromEntries(Object.entries(wanted).filter(([name, value]) => user[name] !== value));
    }
    return { ...wanted, personId: this.#person?.id ?? null };
  }

  render() {
    const { search, role, enabled } = this.query;
    const any = ['', t('admin.any')];
    return html`
      <div class="heading">
        <h1>${t('shell.users')}</h1>
        <button type="button" @click=${() => this.#create()}>${t('admin.user.new')}</button>
      </div>
      ${searchForm({
        term: search,
        choices: [
          { name: 'role', label: t('admin.user.role'), value: role, options: [any, ...roleOptions()] },
          { name: 'enabled', label: t('admin.state'), value: enabled, options: [any, ['true', t('admin.enabled')], ['false', t('admin.disabled')]] },
        ],
        find: (given) => this.#find(given),
      })}
      ${this.#codes.note()} ${this.#signingOut.note()}
      ${this.#signedOut ? html`<div class="note good">${t('admin.user.sessions.ended', { username: this.#signedOut })}</div>` : nothing}
      ${this.#told ? html`<div class="note good">${this.#told}</div>` : nothing}
      ${this.#table.render(t('shell.users'), t('admin.none'))} ${this.#editor.render()}
      ${this.#code.render('code-title', t('admin.user.code'), ({ username, code, expiresAt }) => html`
        <p>${t('admin.user.code.text', { username })}</p>
        <p><output class="code">${code}</output></p>
        <p>${t('admin.user.code.until', { moment: momentText(expiresAt, ownZone()) })}</p>
        <p>${t('admin.user.code.where')} <code>${location.origin}/app/forgot</code></p>
      `)}
      ${this.#factor.render('factor-title', t('admin.user.factor.remove'), ({ username }) => html`
        <p>${t('admin.user.factor.text', { username })}</p>
        <form novalidate @submit=${this.#reason.submit}>
          ${this.#reason.field({ id: 'factor-reason', name: 'reason', label: t('admin.user.factor.reason', { username }), rows: 2, maxlength: 500 })}
          ${this.#removing.note()}
          <button type="submit" class="wide danger" aria-busy=${this.#removing.slow}>${t('admin.user.factor.ask')}</button>
        </form>
      `)}
      ${this.#asked.render('asked-title', t('admin.user.factor.remove'), ({ username, secondFactorRemoval: { askedBy, askedAt, reason, aloneFrom } }) => html`
        <p>${t(askedBy === session.user.id ? 'admin.user.factor.asked.own' : 'admin.user.factor.asked.text', { username, moment: shortMomentText(askedAt, ownZone()) })}</p>
        <p dir="auto">${reason}</p>
        <p class="muted">${t('admin.user.factor.asked.alone', { moment: shortMomentText(aloneFrom, ownZone()) })}</p>
        ${this.#confirming.problem?.slug === 'account-conflict' ? html`<div class="note problem" role="alert">${t('admin.user.factor.another')}</div>` : this.#confirming.note()}
        ${this.#withdrawing.note()}
        <div class="actions">
          <button type="button" class="danger" aria-busy=${this.#confirming.slow} @click=${() => this.#confirming.start()}>${t('admin.user.factor.confirm')}</button>
          <button type="button" class="secondary" aria-busy=${this.#withdrawing.slow} @click=${() => this.#withdrawing.start()}>${t('admin.user.factor.withdraw')}</button>
        </div>
      `)}
    `;
  }
}

customElements.define('m-users', Users);
