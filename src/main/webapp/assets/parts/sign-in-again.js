import { html, nothing } from 'lit';
import { MiadiElement } from '../core/element.js';
import { entries, field } from '../core/forms.js';
import { t } from '../core/i18n.js';
import { passkeysOffered, showPasskey } from '../core/passkeys.js';
import { session } from '../core/session.js';
import { Doing } from '../core/work.js';
import { SecondStep, codeField } from './second-factor.js';

/** Asks for the password above the page when the session has ended by itself; what was being done goes on afterwards. */
class SignInAgain extends MiadiElement {
  #open = false;
  #second = new SecondStep(this);
  #signing = new Doing(this, (form) => {
    const { username, password, code } = entries(form);
    return this.#second.try((given) => session.signIn(username, password, { code: given }), code, 'again-code');
  });

  #byPasskey = new Doing(this, async () => session.signInWithPasskey(await showPasskey()));

  /** Signed in here, or in another tab. */
  #done = () => {
    this.#open = false;
    this.querySelector('dialog').close();
    this.requestUpdate();
  };

  connectedCallback() {
    super.connectedCallback();
    session.addEventListener('change', this.#done);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    session.removeEventListener('change', this.#done);
  }

  /** Opens the dialog. */
  async ask() {
    this.#second.asked = false;
    this.#open = true;
    this.requestUpdate();
    await this.updateComplete;
    this.#show();
  }

  #show() {
    this.querySelector('dialog').showModal();
    this.querySelector('#again-password').focus();
  }

  #submit(event) {
    event.preventDefault();
    this.#signing.start(event.target);
  }

  render() {
    return html`
      <dialog
        aria-labelledby="sign-in-again-title"
        @cancel=${(event) => event.preventDefault()}
        @close=${() => this.#open && this.#show() /* a browser closes at the second Escape, whatever a page says */}
      >
        ${this.#open ? this.#content() : nothing}
      </dialog>
    `;
  }

  #content() {
    const { username } = session.user;
    return html`
      <article>
        <h2 id="sign-in-again-title">${t('account.again.title')}</h2>
        <p>${t('account.again.text')}</p>
        <form @submit=${this.#submit}>
          ${field({ id: 'again-username', name: 'username', label: t('account.username'), value: username, autocomplete: 'username' })}
          ${field({
            id: 'again-password',
            name: 'password',
            label: t('account.password'),
            type: 'password',
            autocomplete: 'current-password',
          })}
          ${this.#second.asked ? codeField({ id: 'again-code' }) : nothing} ${this.#signing.note()} ${this.#byPasskey.note()}
          <div class="actions">
            <button type="submit" aria-busy=${this.#signing.slow}>${t('account.signIn')}</button>
            ${passkeysOffered()
              ? html`<button type="button" class="secondary" aria-busy=${this.#byPasskey.slow} @click=${() => this.#byPasskey.start()}>${t('account.passkey')}</button>`
              : nothing}
            <button type="button" class="secondary" @click=${() => session.giveUp()}>${t('account.again.leave')}</button>
          </div>
        </form>
      </article>
    `;
  }
}

customElements.define('m-sign-in-again', SignInAgain);
