import { LitElement } from 'lit';
import { languageChanges } from './i18n.js';

/**
 * What every element of the front end is. Drawn into the document itself, not into a shadow, so that one style sheet and one order of
 * headings and labels hold everywhere; drawn anew when the language changes.
 */
export class MiadiElement extends LitElement {
  #redraw = () => this.requestUpdate();

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    languageChanges.addEventListener('change', this.#redraw);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    languageChanges.removeEventListener('change', this.#redraw);
  }
}
