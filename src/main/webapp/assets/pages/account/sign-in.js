import { html, nothing } from 'lit';
import { Form } from '../../core/forms.js';
import { search } from '../../core/http.js';
import { t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { router } from '../../core/router.js';
import { session } from '../../core/session.js';
import { Doing } from '../../core/work.js';
import '../../parts/google.js';
import { refusedNote } from '../../parts/refused.js';
import { SecondStep, codeField } from '../../parts/second-factor.js';

/** Signs a person in, and leads back to where they wanted to go. */
class SignIn extends Page {
  #second = new SecondStep(this);
  #signing = new Doing(this, ({ username, password, code }) =>
    this.#second.try(
      async (given) => {
        await session.signIn(username, password, given);
        router.go(after(this.query.next), { replace: true });
      },
      code,
      'field-code',
    ),
  );

  #form = new Form(this, this.#signing, { draft: 'sign-in' });
  #elsewhere = () => location.replace(after(this.query.next));

  connectedCallback() {
    super.connectedCallback();
    session.addEventListener('elsewhere', this.#elsewhere);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    session.removeEventListener('elsewhere', this.#elsewhere);
  }

  render() {
    const next = { next: this.query.next };
    const refused = this.#signing.problem?.slug === 'unauthenticated';
    return html`
      <section class="narrow">
        <h1>${t('account.signIn')}</h1>
        ${refusedNote(this.query.refused)}
        ${this.query.next ? html`<p>${t('account.signIn.first')}</p>` : nothing}
        <form novalidate @submit=${this.#form.submit}>
          ${this.#form.field({ name: 'username', label: t('account.username'), autocomplete: 'username' })}
          ${this.#form.field({ name: 'password', label: t('account.password'), type: 'password', autocomplete: 'current-password' })}
          ${this.#second.asked ? codeField({ id: 'field-code', fault: this.#form.fault('code') }) : nothing}
          ${refused ? html`<div class="note problem" role="alert">${t('account.refused')}</div>` : this.#signing.note()}
          <button type="submit" class="wide" aria-busy=${this.#signing.slow}>${t('account.signIn')}</button>
        </form>
        <m-google .next=${this.query.next}></m-google>
        <p><a href="/app/forgot">${t('account.forgot')}</a></p>
        <p>${t('account.new')}</p>
        <a class="secondary wide" role="button" href="/app/register${search(next)}">${t('account.register')}</a>
      </section>
    `;
  }
}

/** An address of ours to go to after signing in; home when it names none, or somebody else's. */
export const after = (next) => (/^\/(app(\/|\?|$)|$)/.test(next ?? '') ? next : '/');

customElements.define('m-sign-in', SignIn);
