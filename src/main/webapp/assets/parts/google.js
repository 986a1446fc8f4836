import { html, nothing } from 'lit';
import { api } from '../core/api.js';
import { MiadiElement } from '../core/element.js';
import { search } from '../core/http.js';
import { t } from '../core/i18n.js';
import { Loading } from '../core/work.js';

/** What the server takes as a place to come back to: no more than this, so that nobody is sent elsewhere. */
const PLAIN = /^[\w./~-]*(\?[\w./~=&+,:-]*)?$/;

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
      ? html`<a class="wide" role="button" href="/api/v1/auth/google${search({ redirect: landing(this.next ?? '/') })}">${t('account.google')}</a>`
      : nothing;
  }
}

/** That address as the server takes it; without its query when there is more in it than that. */
function landing(address) {
  const plain = decodeURIComponent(address);
  return PLAIN.test(plain) ? plain : address.replace(/\?.*/, '');
}

customElements.define('m-google', Google);
