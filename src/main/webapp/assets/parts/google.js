import { html, nothing } from 'lit';
import { api } from '../core/api.js';
import { MiadiElement } from '../core/element.js';
import { search } from '../core/http.js';
import { t } from '../core/i18n.js';
import { Loading } from '../core/work.js';

/** The way in by Google, where the clinic has it switched on. */
class Google extends MiadiElement {
  static properties = { next: { attribute: false } };

  #config = new Loading(this, async (signal) => (await api.get('/config', {}, { signal })).data);

  connectedCallback() {
    super.connectedCallback();
    this.#config.start();
  }

  render() {
    return this.#config.value?.googleSignIn
      ? html`<a class="wide" role="button" href="/api/v1/auth/google${search({ redirect: this.next ?? '/' })}">${t('account.google')}</a>`
      : nothing;
  }
}

customElements.define('m-google', Google);
