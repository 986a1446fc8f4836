import { html, nothing } from 'lit';
import { Form, entries } from '../../core/forms.js';
import { search } from '../../core/http.js';
import { t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { passkeysInField, passkeysOffered, showPasskey } from '../../core/passkeys.js';
import { router } from '../../core/router.js';
import { session } from '../../core/session.js';
import { Doing } from '../../core/work.js';
import '../../parts/google.js';
import { refusedNote } from '../../parts/refused.js';
import { SecondStep, codeField } from '../../parts/second-factor.js';

/** A passkey that waits in the field is asked for anew before what it answers is too old, in milliseconds. */
const FRESH_MILLIS = 4 * 60_000;

/** Signs a person in, and leads back to where they wanted to go. */
class SignIn extends Page {
  #second = new SecondStep(this);
  #signing = new Doing(this, ({ username, password, code }) =>
    this.#second.try(
      async (given) => {
        await session.signIn(username, password, { code: given });
        this.#goOn();
      },
      code,
      'field-code',
    ),
  );

  #form = new Form(this, this.#signing, { draft: 'sign-in' });

  /** Without a name or a password, or besides a password that was right. */
  #byPasskey = new Doing(this, async (form) => {
    this.#offering?.abort();
    this.#signing.clear();
    const { username, password } = entries(form);
    const passkey = await this.#shown();
    await (this.#second.asked ? session.signIn(username, password, { passkey }) : session.signInWithPasskey(passkey));
    this.#goOn();
  });

  async #shown() {
    try {
      return await showPasskey();
    } catch (refusal) {
      this.#offer();
      throw refusal;
    }
  }

  /** Besides the word of a provider (R-AUTH-10). */
  #afterProvider = new Doing(this, async ({ code, passkey }) => {
    await session.signInAfterProvider(passkey ? { passkey: await showPasskey() } : { code: code ?? '' });
    this.#goOn();
  });

  #codeForm = new Form(this, this.#afterProvider);
  #offering = null;
  #elsewhere = () => location.replace(after(this.query.next));

  connectedCallback() {
    super.connectedCallback();
    session.addEventListener('elsewhere', this.#elsewhere);
    if (!this.#afterProviders()) {
      this.#offer();
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#offering?.abort();
    session.removeEventListener('elsewhere', this.#elsewhere);
  }

  #goOn() {
    router.go(after(this.query.next), { replace: true });
  }

  #afterProviders() {
    return this.query.step === 'second';
  }

  /** Has the browser offer passkeys in the field for the name, for as long as the page is there. */
  async #offer() {
    if (!(await passkeysInField()) || !this.isConnected) {
      return;
    }
    const offering = (this.#offering = new AbortController());
    const timer = setTimeout(() => {
      offering.abort();
      this.#offer();
    }, FRESH_MILLIS);
    try {
      const passkey = await showPasskey({ mediation: 'conditional', signal: offering.signal });
      await session.signInWithPasskey(passkey);
      this.#goOn();
    } catch (refusal) {
      if (refusal.name !== 'AbortError') {
        this.#byPasskey.fail(refusal);
        this.requestUpdate();
      }
    } finally {
      clearTimeout(timer);
    }
  }

  render() {
    return html`
      <section class="narrow">
        <h1>${t('account.signIn')}</h1>
        ${refusedNote(this.query.refused)} ${this.#afterProviders() ? this.#askAfterProvider() : this.#ask()}
      </section>
    `;
  }

  #ask() {
    const next = { next: this.query.next };
    const refused = this.#signing.problem?.slug === 'unauthenticated';
    return html`
      ${this.query.next ? html`<p>${t('account.signIn.first')}</p>` : nothing}
      <form novalidate @submit=${this.#form.submit}>
        ${this.#form.field({ name: 'username', label: t('account.username'), autocomplete: 'username webauthn' })}
        ${this.#form.field({ name: 'password', label: t('account.password'), type: 'password', autocomplete: 'current-password' })}
        ${this.#second.asked ? codeField({ id: 'field-code', fault: this.#form.fault('code') }) : nothing}
        ${refused ? html`<div class="note problem" role="alert">${t('account.refused')}</div>` : this.#signing.note()}
        <button type="submit" class="wide" aria-busy=${this.#signing.slow}>${t('account.signIn')}</button>
        ${passkeysOffered()
          ? html`
              ${this.#passkeyNote(this.#byPasskey)}
              <button
                type="button"
                class="secondary wide"
                aria-busy=${this.#byPasskey.slow}
                @click=${({ target }) => this.#byPasskey.start(target.form)}
              >
                ${t('account.passkey')}
              </button>
            `
          : nothing}
      </form>
      <m-google .next=${this.query.next}></m-google>
      <p><a href="/app/forgot">${t('account.forgot')}</a></p>
      <p>${t('account.new')}</p>
      <a class="secondary wide" role="button" href="/app/register${search(next)}">${t('account.register')}</a>
    `;
  }

  #passkeyNote(doing) {
    return doing.problem?.slug === 'unauthenticated' ? html`<div class="note problem" role="alert">${t('account.passkey.refused')}</div>` : doing.note();
  }

  #askAfterProvider() {
    return html`
      <p>${t('account.afterProvider')}</p>
      <form novalidate @submit=${this.#codeForm.submit}>
        ${codeField({ id: 'field-provider-code', fault: this.#codeForm.fault('code') })} ${this.#passkeyNote(this.#afterProvider)}
        <button type="submit" class="wide" aria-busy=${this.#afterProvider.slow}>${t('account.signIn')}</button>
        ${passkeysOffered()
          ? html`<button type="button" class="secondary wide" @click=${() => this.#afterProvider.start({ passkey: true })}>${t('account.passkey.use')}</button>`
          : nothing}
      </form>
      <p><a href="/app/sign-in">${t('account.afterProvider.other')}</a></p>
    `;
  }
}

/** An address of ours to go to after signing in; home when it names none, or somebody else's. */
export const after = (next) => (/^\/(app(\/|\?|$)|$)/.test(next ?? '') ? next : '/');

customElements.define('m-sign-in', SignIn);
