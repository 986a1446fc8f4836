import { html } from 'lit';
import { api } from '../../core/api.js';
import { MiadiElement } from '../../core/element.js';
import { search } from '../../core/http.js';
import { t } from '../../core/i18n.js';
import { Doing } from '../../core/work.js';

/** Links Google to one's account, or ends that (R-AUTH-4). Fires `change` when it has ended. */
class GoogleLink extends MiadiElement {
  static properties = {
    /** Whether it is linked. */
    linked: { attribute: false },
    /** Whether the clinic has it switched on. */
    offered: { attribute: false },
  };

  #linking = new Doing(this, async () => {
    const { data } = await api.post(`/auth/google/link${search({ redirect: '/app/profile' })}`);
    location.assign(data.location);
  });
  #unlinking = new Doing(this, async () => {
    await api.post('/auth/google/unlink');
    this.dispatchEvent(new Event('change'));
  });

  render() {
    return html`
      <section class="card" aria-labelledby="google-title">
        <h2 id="google-title">Google</h2>
        ${this.linked ? this.#end() : this.#begin()} ${this.#linking.note()} ${this.#unlinking.note()}
      </section>
    `;
  }

  #begin() {
    return html`
      <p>${t('profile.google.off')}</p>
      <button type="button" class="secondary" aria-busy=${this.#linking.slow} @click=${() => this.#linking.start()}>
        ${t('profile.google.link')}
      </button>
    `;
  }

  #end() {
    return html`
      <p>${this.offered ? t('profile.google.on') : t('profile.google.gone')}</p>
      <button type="button" class="secondary" aria-busy=${this.#unlinking.slow} @click=${() => this.#unlinking.start()}>
        ${t('profile.google.unlink')}
      </button>
    `;
  }
}

customElements.define('m-google-link', GoogleLink);
