import { html, nothing } from 'lit';
import { announce } from '../../core/announce.js';
import { api } from '../../core/api.js';
import { MiadiElement } from '../../core/element.js';
import { t } from '../../core/i18n.js';
import { ownZone, shortMomentText } from '../../core/time.js';
import { Doing, Loading } from '../../core/work.js';

/** How many are shown: more than anybody can tell apart. */
const MOST = 20;

/** Where one is signed in, each to be ended (R-AUTH-11). */
class Sessions extends MiadiElement {
  #reading = new Loading(this, async (signal) => (await api.get('/auth/sessions', { limit: MOST }, { signal })).data);
  #ending = new Doing(this, async ({ id }) => {
    try {
      await api.remove(`/auth/sessions/${id}`);
    } catch (refusal) {
      if (refusal.slug !== 'not-found') {
        throw refusal;
      } // it has ended meanwhile
    }
    await this.#ended('profile.sessions.ended');
  });

  #endingOthers = new Doing(this, async () => {
    await api.remove('/auth/sessions');
    await this.#ended('profile.sessions.endedOthers');
  });

  connectedCallback() {
    super.connectedCallback();
    this.start();
  }

  /** Reads them anew. */
  start() {
    return this.#reading.start();
  }

  async #ended(told) {
    announce(t(told));
    await this.start();
  }

  render() {
    return html`
      <section class="card" aria-labelledby="sessions-title">
        <h2 id="sessions-title">${t('profile.sessions')}</h2>
        <p class="muted">${t('profile.sessions.text')}</p>
        ${this.#reading.render(({ items, next }) => this.#draw(items, next))} ${this.#ending.note()} ${this.#endingOthers.note()}
      </section>
    `;
  }

  #draw(items, next) {
    const alone = items.length === 1 && items[0].current && !next;
    return html`
      <ul class="plain">
        ${items.map((one) => this.#item(one))}
      </ul>
      ${next ? html`<p class="muted">${t('profile.sessions.rest', { count: MOST })}</p>` : nothing}
      ${alone
        ? nothing
        : html`<button type="button" class="secondary" aria-busy=${this.#endingOthers.slow} @click=${() => this.#endingOthers.start()}>
            ${t('profile.sessions.endOthers')}
          </button>`}
    `;
  }

  #item(one) {
    const moment = (instant) => shortMomentText(instant, ownZone());
    return html`
      <li class="card">
        <p>
          <strong>${deviceText(one)}</strong>
          ${one.current ? html`<span class="badge good">${t('profile.sessions.current')}</span>` : nothing}
        </p>
        <p class="muted">
          ${t('profile.sessions.since', { moment: moment(one.createdAt) })}<br />
          ${t('profile.sessions.used', { moment: moment(one.usedAt) })}
          ${one.network ? html`<br />${t('profile.sessions.network', { network: one.network })}` : nothing}
        </p>
        ${one.current
          ? nothing
          : html`<button type="button" class="secondary" aria-busy=${this.#ending.slow} @click=${() => this.#ending.start(one)}>
              ${t('profile.sessions.end')}<span class="unseen">: ${deviceText(one)}, ${moment(one.createdAt)}</span>
            </button>`}
      </li>
    `;
  }
}

function deviceText({ program, system }) {
  return program && system ? t('profile.sessions.on', { program, system }) : program ?? system ?? t('profile.sessions.unknown');
}

customElements.define('m-sessions', Sessions);
