import { html, nothing } from 'lit';
import { api } from '../../core/api.js';
import { MiadiElement } from '../../core/element.js';
import { Form, field } from '../../core/forms.js';
import { search } from '../../core/http.js';
import { t } from '../../core/i18n.js';
import { Doing } from '../../core/work.js';
import { codeField, passkeyButton, proofOf } from '../../parts/second-factor.js';

/**
 * Links Google to one's account, or ends that (R-AUTH-4). Either takes the password, where the account has one, and signs out everywhere else
 * (R-AUTH-17). Fires `change` when the link has ended.
 */
class GoogleLink extends MiadiElement {
  static properties = {
    username: { attribute: false },
    /** Whether the account has a password. */
    secret: { attribute: false },
    /** Whether it takes a code besides. */
    second: { attribute: false },
    /** Whether it has a passkey. */
    passkeys: { attribute: false },
    /** Whether it is linked. */
    linked: { attribute: false },
    /** Whether the clinic has it switched on. */
    offered: { attribute: false },
  };

  #changing = new Doing(this, async (given, form) => {
    const proof = await proofOf(given);
    if (this.linked) {
      await api.post('/auth/google/unlink', proof);
      form.reset();
      this.dispatchEvent(new Event('change'));
    } else {
      const { data } = await api.post(`/auth/google/link${search({ redirect: '/app/profile' })}`, proof);
      location.assign(data.location);
    }
  });

  #form = new Form(this, this.#changing);

  render() {
    return html`
      <section class="card" aria-labelledby="google-title">
        <h2 id="google-title">Google</h2>
        <p>${this.#state()}</p>
        <form novalidate @submit=${this.#form.submit}>
          ${this.secret ? this.#password() : nothing}
          ${this.second ? codeField({ id: 'field-google-code', fault: this.#form.fault('code') }) : nothing} ${this.#changing.note()}
          <button type="submit" class="secondary" aria-busy=${this.#changing.slow}>
            ${this.linked ? t('profile.google.unlink') : t('profile.google.link')}
          </button>
          ${passkeyButton({ has: this.passkeys, doing: this.#changing })}
        </form>
      </section>
    `;
  }

  #state() {
    if (!this.linked) {
      return t('profile.google.off');
    }
    return this.offered ? t('profile.google.on') : t('profile.google.gone');
  }

  #password() {
    const wrong = this.#changing.problem?.faultOf('currentPassword') && t('profile.password.wrong');
    return html`
      <input type="text" name="username" autocomplete="username" .value=${this.username} hidden readonly />
      ${field({
        id: 'field-google-password',
        name: 'currentPassword',
        label: t('profile.google.password'),
        type: 'password',
        autocomplete: 'current-password',
        maxlength: 128,
        hint: t('profile.google.hint'),
        fault: wrong ?? this.#form.fault('currentPassword'),
      })}
    `;
  }
}

customElements.define('m-google-link', GoogleLink);
