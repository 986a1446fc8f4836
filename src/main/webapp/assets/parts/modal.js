import { html, nothing } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { t } from '../core/i18n.js';

/** Where one begins in a dialog: in its first field, or where one does no harm; not at the way out of it. */
const FIELDS = ':is(input, select, textarea):not([type="hidden"], :disabled)';
const SAFE = ':is(button, a[href], summary):not(.danger, .close, :disabled)';

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
    const dialog = this.#dialog.value;
    if (!dialog.open) {
      dialog.showModal();
    }
    await drawn(dialog);
    [...dialog.querySelectorAll(FIELDS), ...dialog.querySelectorAll(SAFE)].some(takesFocus);
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
                  <h2 id=${id} tabindex="-1" autofocus>${title}</h2>
                </header>
                ${draw(this.about)}
              </article>
            `}
      </dialog>
    `;
  }
}

/** Returns when the elements in it have drawn themselves, and those in them. */
async function drawn(dialog) {
  let count;
  do {
    const elements = [...dialog.querySelectorAll('*')];
    count = elements.length;
    await Promise.all(elements.map((one) => one.updateComplete));
  } while (dialog.querySelectorAll('*').length > count);
}

/** Gives it the focus; what is not to be seen, as in closed details, takes none. */
function takesFocus(one) {
  one.focus();
  return one === document.activeElement;
}
