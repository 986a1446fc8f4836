import { html, nothing } from 'lit';
import { api } from '../core/api.js';
import { MiadiElement } from '../core/element.js';
import { loadMessages, t } from '../core/i18n.js';
import { session } from '../core/session.js';
import { ownZone, shortMomentText } from '../core/time.js';
import { Doing } from '../core/work.js';
import { byText, eventText } from './event-words.js';

/** How many of the newest events are looked through for what is told. */
const NEWEST = 50;
/** How many are told; the profile has all. */
const TOLD = 3;

/** Above every page, until it was read: what others did to one's account (R-AUTH-15). */
class AccountNotice extends MiadiElement {
  #events = [];
  #unread = 0;
  #removal = null;
  #change = () => this.#look();
  #refusing = new Doing(this, async () => {
    await api.post('/auth/second-factor-removal/refusal');
    await this.#look();
  });

  #reading = new Doing(this, async () => {
    await api.post('/auth/events/read', { through: this.#events[0].id });
    await this.#look();
  });

  connectedCallback() {
    super.connectedCallback();
    session.addEventListener('change', this.#change);
    this.#look();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    session.removeEventListener('change', this.#change);
  }

  /** What cannot be read now is looked for again when the next page begins. */
  async #look() {
    try {
      const me = session.user ? (await api.get('/auth/me')).data : null;
      const unread = me?.unreadEvents ?? 0;
      const removal = me?.secondFactorRemovalAskedAt ?? null;
      if (removal) {
        await loadMessages(['events']);
      }
      if (unread > 0) {
        const [{ data }] = await Promise.all([api.get('/auth/events', { limit: NEWEST }), loadMessages(['events'])]);
        this.#events = data.items;
      }
      this.#unread = unread;
      this.#removal = removal;
      this.requestUpdate();
    } catch (lost) {
      if (lost?.name !== 'AbortError') {
        console.warn('what others did to the account could not be read');
      }
    }
  }

  render() {
    return html`${this.#removal ? this.#askOwner() : nothing} ${this.#unread ? this.#tell() : nothing}`;
  }

  /** An admin wants to take the second factor away: its owner can refuse (R-AUTH-19). */
  #askOwner() {
    return html`
      <section class="container" aria-labelledby="removal-notice-title">
        <div class="note problem" role="alert">
          <h2 id="removal-notice-title">${t('events.removal')}</h2>
          <p>${t('events.removal.text', { moment: shortMomentText(this.#removal, ownZone()) })}</p>
          ${this.#refusing.note()}
          <button type="button" aria-busy=${this.#refusing.slow} @click=${() => this.#refusing.start()}>${t('events.removal.refuse')}</button>
        </div>
      </section>
    `;
  }

  #tell() {
    const told = this.#events.filter(({ unread }) => unread).slice(0, TOLD);
    const rest = this.#unread - told.length;
    return html`
      <section class="container" aria-labelledby="account-notice-title">
        <div class="note problem" role="alert">
          <h2 id="account-notice-title">${t('events.notice')}</h2>
          <ul>
            ${told.map((event) => html`<li>${eventText(event)}, <span dir="auto">${byText(event)}</span>, ${shortMomentText(event.at, ownZone())}</li>`)}
          </ul>
          ${rest > 0 ? html`<p>${t('events.notice.rest', { count: rest })}</p>` : nothing}
          <p>${t('events.notice.ask')} <a href="/app/profile">${t('events.notice.all')}</a></p>
          ${this.#reading.note()}
          <button type="button" class="secondary" aria-busy=${this.#reading.slow} @click=${() => this.#reading.start()}>${t('events.notice.read')}</button>
        </div>
      </section>
    `;
  }
}

customElements.define('m-account-notice', AccountNotice);
