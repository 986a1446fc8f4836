import { html, nothing } from 'lit';
import { api } from '../../core/api.js';
import { t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { router } from '../../core/router.js';
import { instantOf, ownZone, plusDays, shortMomentText } from '../../core/time.js';
import { Doing } from '../../core/work.js';
import { actionText, entityOptions, entityText } from '../../parts/audit-words.js';
import { roleText } from '../../parts/roles.js';
import { Table } from '../../parts/table.js';
import { field, entries } from '../../core/forms.js';

/** Who did what, to what, when, and from where; and whether the trail is as it was written (R-REC-5). */
class Audit extends Page {
  #report = null;

  #table = new Table(this, '/audit', () => [
    { label: t('audit.at'), draw: (entry) => shortMomentText(entry.at, ownZone()) },
    { label: t('audit.actor'), draw: (entry) => this.#actor(entry) },
    { label: t('audit.action'), draw: (entry) => actionText(entry.action) },
    { label: t('audit.entity'), draw: (entry) => this.#thing(entry) },
    { label: t('audit.outcome'), draw: outcome },
    { label: t('audit.reason'), draw: ({ reason }) => reason ?? '' },
    { label: t('audit.address'), draw: ({ address }) => address ?? '' },
  ]);

  #verifying = new Doing(this, async () => {
    this.#report = (await api.get('/audit/verify')).data;
  });

  connectedCallback() {
    super.connectedCallback();
    this.#find(this.query);
  }

  #find({ entity = '', entityId = '', actorId = '', from = '', to = '' }) {
    this.query = { entity, entityId, actorId, from, to };
    router.note(this.query);
    const zone = ownZone();
    this.#table.start({
      entity,
      entityId,
      actorId,
      from: from && instantOf(from, '00:00', zone),
      to: to && instantOf(plusDays(to, 1), '00:00', zone),
    });
  }

  #only(more) {
    return (event) => {
      event.preventDefault();
      this.#find({ ...this.query, ...more });
      this.requestUpdate();
    };
  }

  #actor({ actorId, actorRole, actorName }) {
    const name = actorName ?? roleText(actorRole === 'system' || actorRole === 'anonymous' ? t(ACTORS[actorRole]) : actorRole);
    return actorId ? html`<button type="button" class="link" @click=${this.#only({ actorId })}>${name}</button>` : name;
  }

  #thing({ entity, entityId }) {
    return entityId
      ? html`<button type="button" class="link" @click=${this.#only({ entity, entityId })}>${entityText(entity)}</button>`
      : entityText(entity);
  }

  #submit(event) {
    event.preventDefault();
    const given = entries(event.target);
    this.#find({ ...this.query, ...Object.fromEntries(Object.entries(given).map(([name, value]) => [name, value ?? ''])) });
  }

  render() {
    const { entity, entityId, actorId, from, to } = this.query;
    return html`
      <div class="heading">
        <h1>${t('shell.audit')}</h1>
        <button type="button" class="secondary" aria-busy=${this.#verifying.slow} @click=${() => this.#verifying.start()}>
          ${t('audit.verify')}
        </button>
      </div>
      ${this.#verifying.note()} ${this.#report ? verdict(this.#report) : nothing}
      <search><form class="search" novalidate @submit=${this.#submit}>
        ${field({ name: 'entity', label: t('audit.entity'), value: entity, options: [['', t('audit.any')], ...entityOptions()] })}
        ${field({ name: 'from', label: t('audit.from'), type: 'date', value: from })}
        ${field({ name: 'to', label: t('audit.to'), type: 'date', value: to })}
        <button type="submit" class="secondary">${t('audit.find')}</button>
      </form></search>
      ${actorId || entityId
        ? html`<p>
            ${t('audit.narrowed')}
            <button type="button" class="secondary" @click=${this.#only({ actorId: '', entityId: '' })}>${t('audit.widen')}</button>
          </p>`
        : nothing}
      ${this.#table.render(t('shell.audit'), t('audit.none'))}
    `;
  }
}

const ACTORS = { system: 'audit.actor.system', anonymous: 'audit.actor.anonymous' };

const outcome = ({ outcome: done }) =>
  html`<span class="badge ${done === 'done' ? 'good' : 'bad'}">${t(done === 'done' ? 'audit.done' : 'audit.refused')}</span>`;

const verdict = ({ holds, sealed, waiting }) => html`
  <div class="note ${holds ? 'good' : 'problem'}" role="status">
    ${holds ? t('audit.holds', { count: sealed, waiting }) : t('audit.broken')}
  </div>
`;

customElements.define('m-audit', Audit);
