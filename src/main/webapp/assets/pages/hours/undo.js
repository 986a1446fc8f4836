import { html, nothing } from 'lit';
import { announce } from '../../core/announce.js';
import { t } from '../../core/i18n.js';
import { Doing } from '../../core/work.js';

/** Says what was just done, and offers to take it back. */
export class Undo {
  #offer = null;
  #host;
  #undoing;

  constructor(host) {
    this.#host = host;
    this.#undoing = new Doing(host, async () => {
      await this.#offer.act();
      this.#offer = null;
      announce(t('hours.undone'));
    });
  }

  /** @param {string} text what was done @param {() => Promise} act what takes it back */
  offer(text, act) {
    this.#undoing.clear();
    this.#offer = { text, act };
    announce(text);
    this.#host.requestUpdate();
  }

  render() {
    return this.#offer
      ? html`
          <div class="note good undo">
            <span>${this.#offer.text}</span>
            <button type="button" class="secondary" aria-busy=${this.#undoing.slow} @click=${() => this.#undoing.start()}>
              ${t('hours.undo')}
            </button>
          </div>
          ${this.#undoing.note()}
        `
      : nothing;
  }
}
