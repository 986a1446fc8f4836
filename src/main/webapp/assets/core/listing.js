import { html, nothing } from 'lit';
import { api } from './api.js';
import { t } from './i18n.js';
import { Doing, Loading } from './work.js';

/**
 * A list of the API, page after page; whoever shows it draws the items.
 *
 * @param {string} path of the list
 * @param {(items, signal) => Promise} prepare what the drawing needs besides, as the names of people
 */
export class Listing {
  #next = null;
  #query = {};

  constructor(host, path, { prepare = async () => {}, limit = 50 } = {}) {
    const page = async (cursor, signal) => {
      const { data } = await api.find(path, { limit, ...this.#query, cursor }, { signal });
      await prepare(data.items, signal);
      this.#next = data.next;
      return data.items;
    };
    this.reading = new Loading(host, (signal) => page(undefined, signal));
    this.following = new Doing(host, async () => {
      this.reading.value = [...this.reading.value, ...(await page(this.#next))];
    });
  }

  /** Reads the list from its beginning, with these filters. */
  start(query = this.#query) {
    this.#query = query;
    return this.reading.start();
  }

  /** @param {(items) => any} draw one item or more @param {any} empty what to show when there is none */
  render(draw, empty) {
    return this.reading.render((items) => (items.length === 0 ? empty : html`${draw(items)} ${this.#more()}`));
  }

  #more() {
    return html`
      ${this.following.note()}
      ${this.#next
        ? html`<button type="button" class="secondary more" aria-busy=${this.following.slow} @click=${() => this.following.start()}>
            ${t('shell.more')}
          </button>`
        : nothing}
    `;
  }
}
