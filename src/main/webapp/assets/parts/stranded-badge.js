import { html, nothing } from 'lit';
import { api } from '../core/api.js';
import { MiadiElement } from '../core/element.js';
import { search } from '../core/http.js';
import { t } from '../core/i18n.js';
import { Loading } from '../core/work.js';

/** As many are counted; of more it is said that they are more. */
const MOST = 50;

/** Where the appointments of that provider that lie outside working time are settled. */
export const settlingPath = (providerId) => `/app/hours/stranded${search({ provider: providerId })}`;

/** Says, read out at once, how many appointments a change has stranded, and leads to where they are settled; nothing when it has stranded none. */
export const strandedNote = (count, providerId) =>
  count
    ? html`
        <div class="note warn strands" role="alert">
          <p>${t('stranded.changed', { count })}</p>
          <a role="button" href=${settlingPath(providerId)}>${t('stranded.settle')}</a>
        </div>
      `
    : nothing;

/** How many appointments of a provider lie outside working time (R-AVAIL-4), as a link to where they are settled; nothing when none does. */
class StrandedBadge extends MiadiElement {
  static properties = { provider: {} };

  #reading = new Loading(this, async (signal) => (await api.get(`/providers/${this.provider}/stranded`, { limit: MOST }, { signal })).data);

  willUpdate(changes) {
    if (changes.has('provider')) {
      this.#reading.value = undefined;
      this.read();
    }
  }

  /** Counts again, after something was planned or settled. */
  read() {
    return this.#reading.start();
  }

  render() {
    const { items = [], next } = this.#reading.value ?? {};
    return items.length
      ? html`
          <a class="badge bad" href=${settlingPath(this.provider)}>
            ${next ? t('stranded.more', { count: items.length }) : t('stranded.count', { count: items.length })}
          </a>
        `
      : nothing;
  }
}

customElements.define('m-stranded-badge', StrandedBadge);
