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
  #change = () => this.#look();
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
      const unread = session.user ? (await api.get('/auth/me')).data.unreadEvents : 0;
      if (unread > 0) {
        const [{ data }] = await Promise.all([api.get('/auth/events', { limit: NEWEST }), loadMessages(['events'])]);
        this.#events = data.items;
      }
      this.#unread = unread;
      this.requestUpdate();
    } catch (lost) {
      if (lost?.name !== 'AbortError') {
        console.warn('what others did to the account could not be read');
      }
    }
  }

  render() {
    if (!this.#unread) {
      return nothing;
    }
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
