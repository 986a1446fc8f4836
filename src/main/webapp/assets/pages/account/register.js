import { html, nothing } from 'lit';
import { keepDraft } from '../../core/drafts.js';
import { Form } from '../../core/forms.js';
import { search } from '../../core/http.js';
import { t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { router } from '../../core/router.js';
import { session } from '../../core/session.js';
import { Doing } from '../../core/work.js';
import { after } from './sign-in.js';
import { birthField, nameFields, personFaults, personOf } from '../../parts/person-fields.js';
import '../../parts/google.js';

/** Opens an account for a patient (R-AUTH-5), and leads on signed in. */
class Register extends Page {
  #registering = new Doing(this, async (patient) => {
    await session.register(personOf(patient));
    router.go(after(this.query.next), { replace: true });
  });

  #form = new Form(this, this.#registering, { check: personFaults, draft: 'register' });

  /** Whether it was refused since the address has an account. */
  get #known() {
    const { problem } = this.#registering;
    return problem?.slug === 'duplicate' && problem.faultOf('email') !== null;
  }

  /** The two ways on for whoever has an account; the address goes with them, though not in theirs. */
  #ways() {
    const carry = () => keepDraft('sign-in', { username: this.querySelector('[name=email]').value.trim() });
    return html`
      ${t('account.taken')} <a href="/app/sign-in${search({ next: this.query.next })}" @click=${carry}>${t('account.signIn')}</a> ·
      <a href="/app/forgot" @click=${carry}>${t('account.taken.forgot')}</a>
    `;
  }

  #field(name, more) {
    return this.#form.field({ name, label: t(LABELS[name]), maxlength: 120, ...more });
  }

  render() {
    return html`
      <section class="narrow">
        <h1>${t('account.register')}</h1>
        <p>${t('account.register.text')}</p>
        <form novalidate @submit=${this.#form.submit} @input=${this.#form.keep}>
          ${nameFields().map((name) => this.#form.field(name))} ${this.#form.field(birthField(null, { autocomplete: 'bday' }))}
          ${this.#field('email', { type: 'email', autocomplete: 'email', maxlength: 254, fault: this.#known ? this.#ways() : undefined })}
          ${this.#field('phone', { type: 'tel', autocomplete: 'tel', required: false, hint: t('account.phone.hint') })}
          ${this.#field('password', {
            type: 'password',
            autocomplete: 'new-password',
            minlength: 12,
            maxlength: 128,
            hint: t('account.password.hint'),
          })}
          ${this.#known ? nothing : this.#registering.note()}
          <p class="muted">${t('account.privacy')}</p>
          <button type="submit" class="wide" aria-busy=${this.#registering.slow}>${t('account.register.do')}</button>
        </form>
        <m-google .next=${this.query.next}></m-google>
        <p>${t('account.known')} <a href="/app/sign-in${search({ next: this.query.next })}">${t('account.signIn')}</a></p>
      </section>
    `;
  }
}

const LABELS = {
  email: 'account.email',
  phone: 'account.phone',
  password: 'account.password',
};

customElements.define('m-register', Register);
