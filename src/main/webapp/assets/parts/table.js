import { html } from 'lit';
import { Listing } from '../core/listing.js';

/**
 * A list of the API as a table; on a narrow screen each row is a card.
 *
 * @param {() => {label: string, draw: (item) => any}[]} columns of the table; the first names its row
 */
export class Table extends Listing {
  constructor(host, path, columns, options) {
    super(host, path, options);
    this.columns = columns;
  }

  /** @param {string} caption what the table shows @param {string} empty what to say when it is empty */
  render(caption, empty) {
    return super.render((items) => this.#table(caption, items), html`<p class="muted">${empty}</p>`);
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
                    : html`<td data-label=${label}><div>${draw(item)}</div></td>`,
                )}
              </tr>
            `,
          )}
        </tbody>
      </table>
    `;
  }
}
