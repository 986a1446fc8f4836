import { html } from 'lit';
import { api } from '../../core/api.js';
import { MiadiElement } from '../../core/element.js';
import { t } from '../../core/i18n.js';
import { nameOf, providers } from '../../core/people.js';
import { momentText } from '../../core/time.js';
import { Doing, Loading } from '../../core/work.js';

/** The times that are kept for whoever is signed in, as in other tabs, each to be let go. Fires `freed` when one was (R-BOOK-10). */
class OwnHolds extends MiadiElement {
  #reading = new Loading(this, async (signal) => {
    const { data } = await api.get('/holds', {}, { signal });
    return { holds: data.items, known: await providers.find(data.items.map(({ providerId }) => providerId), { signal }) };
  });
  #freeing = new Doing(this, async ({ id }) => {
    try {
      const { etag } = await api.get(`/holds/${id}`);
      await api.remove(`/holds/${id}`, { etag });
    } catch (refusal) {
      if (refusal.status !== 404) {
        throw refusal;
      } // it has ended meanwhile
    }
    this.dispatchEvent(new Event('freed'));
    await this.#reading.start();
  });

  connectedCallback() {
    super.connectedCallback();
    this.#reading.start();
  }

  render() {
    return html`
      <h2>${t('book.holds')}</h2>
      ${this.#reading.render(({ holds, known }) => html`
        <ul class="plain">
          ${holds.map((hold) => this.#item(hold, known.get(hold.providerId)))}
        </ul>
      `)}
      ${this.#freeing.note()}
    `;
  }

  #item(hold, provider) {
    const when = provider ? momentText(hold.start, provider.timeZone) : '';
    return html`
      <li class="card">
        <p>${nameOf(provider)}, ${when}</p>
        <button type="button" class="secondary" aria-busy=${this.#freeing.slow} @click=${() => this.#freeing.start(hold)}>
          ${t('book.holds.free')}<span class="unseen">: ${when}</span>
        </button>
      </li>
    `;
  }
}

customElements.define('m-own-holds', OwnHolds);
