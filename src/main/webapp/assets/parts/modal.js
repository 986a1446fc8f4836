import { html, nothing } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { t } from '../core/i18n.js';

/** Where one begins in a dialog: its first field, or what it is for; not the way out of it. */
const FIRST = ':is(input, select, textarea):not([type="hidden"], :disabled)';
const MAIN = 'article > :not(header) :is(button, a[href], summary), article > :is(button, a[href])';

/** A dialog above a page: the platform's own, so that the keyboard stays in it, Escape closes it, and the focus goes back. */
export class Modal {
  /** What it is about; null while it is closed. */
  about = null;
  #host;
  #dialog = createRef();

  constructor(host) {
    this.#host = host;
  }

  async open(about = true) {
    this.about = about;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    if (!this.#dialog.value.open) {
      this.#dialog.value.showModal();
      (this.#dialog.value.querySelector(FIRST) ?? this.#dialog.value.querySelector(MAIN))?.focus();
    }
  }

  close() {
    this.#dialog.value?.close();
  }

  #closed() {
    this.about = null;
    this.#host.requestUpdate();
  }

  /** Draws it, where a page wants it in its template. @param {string} id of the heading @param {string} title @param {Function} draw of what it is about */
  render(id, title, draw) {
    return html`
      <dialog ${ref(this.#dialog)} aria-labelledby=${id} @close=${() => this.#closed()}>
        ${this.about === null
          ? nothing
          : html`
              <article>
                <header>
                  <button type="button" class="close" aria-label=${t('shell.close')} @click=${() => this.close()}>✕</button>
                  <h2 id=${id}>${title}</h2>
                </header>
                ${draw(this.about)}
              </article>
            `}
      </dialog>
    `;
  }
}
