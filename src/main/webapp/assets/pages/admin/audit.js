import { html, nothing } from 'lit';
import { api } from '../../core/api.js';
import { search } from '../../core/http.js';
import { t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { accounts, nameOf, providers } from '../../core/people.js';
import { router } from '../../core/router.js';
import { instantOf, ownZone, plusDays, shortMomentText } from '../../core/time.js';
import { Doing } from '../../core/work.js';
import { actionOptions, actionText, entityOptions, entityText } from '../../parts/audit-words.js';
import { roleText } from '../../parts/roles.js';
import { Table } from '../../parts/table.js';
import { field, entries } from '../../core/forms.js';

/** Who did what, to what, when, and from where; and whether the trail is as it was written (R-REC-5). */
class Audit extends Page {
  #report = null;

  #accounts = new Map();
  #providers = new Map();

  #table = new Table(
    this,
    '/audit',
    () => [
      { label: t('audit.at'), draw: (entry) => shortMomentText(entry.at, ownZone()) },
      { label: t('audit.actor'), draw: (entry) => this.#actor(entry) },
      { label: t('audit.action'), draw: action },
      { label: t('audit.entity'), draw: (entry) => this.#thing(entry) },
      { label: t('audit.outcome'), draw: outcome },
      { label: t('audit.reason'), draw: ({ reason }) => reason ?? '' },
      { label: t('audit.detail'), draw: ({ detail }) => detail ?? '' },
      { label: t('audit.address'), draw: ({ address }) => address ?? '' },
    ],
    { prepare: (entries, signal) => this.#names(entries, signal) },
  );

  #verifying = new Doing(this, async () => {
    this.#report = (await api.get('/audit/verify')).data;
  });

  connectedCallback() {
    super.connectedCallback();
    this.#find(this.query);
  }

  #find({ action = '', entity = '', entityId = '', actorId = '', from = '', to = '' }) {
    this.query = { action, entity, entityId, actorId, from, to };
    router.note(this.query);
    const zone = ownZone();
    this.#table.start({
      action,
      entity,
      entityId,
      actorId,
      from: from && instantOf(from, '00:00', zone),
      to: to && instantOf(plusDays(to, 1), '00:00', zone),
    });
  }

  /** Patients stay unnamed: to read who they are would be an entry of its own for each. */
  async #names(entries, signal) {
    const of = (kind) => entries.filter(({ entity }) => entity === kind).map(({ entityId }) => entityId);
    [this.#accounts, this.#providers] = await Promise.all([
      accounts.find([...entries.map(({ actorId }) => actorId), ...of('user')], { signal }),
      providers.find(of('provider'), { signal }),
    ]);
  }

  /** The address of the entries that are left when one narrows, or widens, what is shown. */
  #only(more) {
    return `/app/audit${search({ ...this.query, ...more })}`;
  }

  #actor({ actorId, actorRole, actorName }) {
    const role = ACTORS[actorRole] ? t(ACTORS[actorRole]) : roleText(actorRole);
    const name = actorName ?? this.#accounts.get(actorId)?.username;
    const who = name ? html`${name} <span class="muted">${role}</span>` : role;
    return actorId ? html`<a href=${this.#only({ actorId })}>${who}</a>` : who;
  }

  #thing({ entity, entityId }) {
    if (!entityId) {
      return entityText(entity);
    }
    const name = this.#accounts.get(entityId)?.username ?? nameOf(this.#providers.get(entityId));
    const file = FILES[entity];
    return html`
      <a href=${this.#only({ entity, entityId })}>${entityText(entity)} ${name}</a>
      ${file ? html`<a href=${file(entityId)}>${t('audit.open')}</a>` : nothing}
    `;
  }

  #submit(event) {
    event.preventDefault();
    const given = entries(event.target);
    this.#find({ ...this.query, ...Object.fromEntries(Object.entries(given).map(([name, value]) => [name, value ?? ''])) });
  }

  render() {
    const { action, entity, entityId, actorId, from, to } = this.query;
    return html`
      <div class="heading">
        <h1>${t('shell.audit')}</h1>
        <button type="button" class="secondary" aria-busy=${this.#verifying.slow} @click=${() => this.#verifying.start()}>
          ${t('audit.verify')}
        </button>
      </div>
      ${this.#verifying.note()} ${this.#report ? verdict(this.#report) : nothing}
      <search><form class="search" novalidate @submit=${this.#submit}>
        ${field({ name: 'action', label: t('audit.action'), value: action, options: [['', t('audit.any')], ...actionOptions()] })}
        ${field({ name: 'entity', label: t('audit.entity'), value: entity, options: [['', t('audit.any')], ...entityOptions()] })}
        ${field({ name: 'from', label: t('audit.from'), type: 'date', value: from })}
        ${field({ name: 'to', label: t('audit.to'), type: 'date', value: to })}
        <button type="submit" class="secondary">${t('audit.find')}</button>
      </form></search>
      ${actorId || entityId
        ? html`<p>
            ${t('audit.narrowed')}
            <a role="button" class="secondary" href=${this.#only({ actorId: '', entityId: '' })}>${t('audit.widen')}</a>
          </p>`
        : nothing}
      ${this.#table.render(t('shell.audit'), t('audit.none'))}
    `;
  }
}

/** Where there is more about a thing of that kind. */
const FILES = { patient: (id) => `/app/patients/${id}`, provider: (id) => `/app/calendar?provider=${id}` };

const ACTORS = { system: 'audit.actor.system', anonymous: 'audit.actor.anonymous' };

/** What stands out, since somebody has to look at it (R-AUTH-13). */
const action = ({ action: done }) =>
  done === EMERGENCY ? html`<strong class="badge bad">${actionText(done)}</strong>` : actionText(done);

const EMERGENCY = 'opened_in_emergency';

const outcome = ({ outcome: done }) =>
  html`<span class="badge ${done === 'done' ? 'good' : 'bad'}">${t(done === 'done' ? 'audit.done' : 'audit.refused')}</span>`;

const verdict = ({ holds, sealed, waiting }) => html`
  <div class="note ${holds ? 'good' : 'problem'}" role="status">
    ${holds ? t('audit.holds', { count: sealed, waiting }) : t('audit.broken')}
  </div>
`;

customElements.define('m-audit', Audit);
