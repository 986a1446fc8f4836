import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { api } from '../../core/api.js';
import { t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { nameOf } from '../../core/people.js';
import { router } from '../../core/router.js';
import { session } from '../../core/session.js';
import { zoneText } from '../../core/time.js';
import { Loading } from '../../core/work.js';
import '../../parts/person-search.js';
import '../../parts/stranded-badge.js';
import './absences.js';
import './weekly.js';

/** When a provider works: every week, and the days on which it is otherwise. Providers have their own, admins choose whose. */
class Hours extends Page {
  #provider = new Loading(this, async (signal) => (this.#id() ? (await api.get(`/providers/${this.#id()}`, {}, { signal })).data : null));

  connectedCallback() {
    super.connectedCallback();
    this.#provider.start();
  }

  #id() {
    return session.user.role === 'provider' ? session.user.personId : this.query.provider;
  }

  #choose({ detail }) {
    if (detail) {
      this.query = { provider: detail.id };
      router.note(this.query);
      this.#provider.start();
    }
  }

  #count() {
    this.querySelector('m-stranded-badge')?.read();
  }

  render() {
    return html`
      <h1>${t('shell.hours')}</h1>
      ${session.user?.role === 'admin' ? this.#choice() : nothing}
      ${this.#provider.render((provider) => (provider ? repeat([provider], ({ id }) => id, (one) => this.#of(one)) : nothing))}
    `;
  }

  #choice() {
    return html`
      <div class="narrow-field">
        <m-person-search
          of="providers"
          label=${t('hours.provider')}
          hint=${t('hours.provider.hint')}
          .person=${this.#provider.value ?? null}
          @choose=${this.#choose}
        ></m-person-search>
      </div>
    `;
  }

  #of(provider) {
    return html`
      <p class="muted">
        ${session.user?.role === 'admin' ? html`${nameOf(provider)} · ` : nothing}${t('hours.zone', { zone: zoneText(provider.timeZone) })}
        <m-stranded-badge provider=${provider.id}></m-stranded-badge>
      </p>
      <m-weekly-hours .provider=${provider} @planned=${this.#count}></m-weekly-hours>
      <m-absences .provider=${provider} .begin=${this.query} @planned=${this.#count}></m-absences>
    `;
  }
}

customElements.define('m-hours', Hours);
