import { html, nothing } from 'lit';
import { api } from '../core/api.js';
import { t } from '../core/i18n.js';
import { Doing, Loading } from '../core/work.js';

/**
 * A list of the API as a table, page after page; on a narrow screen each row is a card.
 *
 * @param {string} path of the list
 * @param {() => {label: string, draw: (item) => any}[]} columns of the table; the first names its row
 * @param {(items, signal) => Promise} prepare what the drawing needs besides, as the names of people
 */
export class Table {
  #next = null;
  #query = {};

  constructor(host, path, columns, { prepare = async () => {}, limit = 50 } = {}) {
    this.columns = columns;
    const page = async (cursor, signal) => {
      const { data } = await api.get(path, { limit, ...this.#query, cursor }, { signal });
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

  /** @param {string} caption what the table shows @param {string} empty what to say when it is empty */
  render(caption, empty) {
    return this.reading.render((items) => (items.length === 0 ? html`<p class="muted">${empty}</p>` : this.#table(caption, items)));
  }

  #table(caption, items) {
    const columns = this.columns();
    return html`
      <table class="list">
        <caption class="unseen">${caption}</caption>
        <thead>
          <tr>
            ${columns.map(({ label }) => html`<th scope="col">${label}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${items.map(
            (item) => html`
              <tr>
                ${columns.map(({ label, draw }, column) =>
                  column === 0
                    ? html`<th scope="row" data-label=${label}>${draw(item)}</th>`
                    : html`<td data-label=${label}>${draw(item)}</td>`,
                )}
              </tr>
            `,
          )}
        </tbody>
      </table>
      ${this.following.note()}
      ${this.#next
        ? html`<button type="button" class="secondary more" aria-busy=${this.following.slow} @click=${() => this.following.start()}>
            ${t('shell.more')}
          </button>`
        : nothing}
    `;
  }
}
