import { html } from 'lit';
import { api } from '../../core/api.js';
import { Form } from '../../core/forms.js';
import { t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { Doing } from '../../core/work.js';

/** The next step when a password is forgotten: the clinic hands out a code, and the code sets a new one. */
class Forgot extends Page {
  #done = false;
  #setting = new Doing(this, async (given) => {
    await api.post('/auth/password-reset', given);
    this.#done = true;
  });

  #form = new Form(this, this.#setting);

  render() {
    return html`
      <section class="narrow">
        <h1>${t('account.forgot')}</h1>
        ${this.#done ? this.#finished() : this.#draw()}
      </section>
    `;
  }

  #finished() {
    return html`
      <div class="note good" role="status">${t('account.forgot.done')}</div>
      <p><a href="/app/sign-in" role="button">${t('account.signIn')}</a></p>
    `;
  }

  #draw() {
    return html`
      <p>${t('account.forgot.text')}</p>
      <form novalidate @submit=${this.#form.submit}>
        ${this.#form.field({ name: 'code', label: t('account.code'), hint: t('account.code.hint'), maxlength: 100 })}
        ${this.#form.field({
          name: 'newPassword',
          label: t('account.newPassword'),
          type: 'password',
          autocomplete: 'new-password',
          minlength: 12,
          maxlength: 128,
          hint: t('account.password.hint'),
        })}
        ${this.#setting.note()}
        <button type="submit" class="wide" aria-busy=${this.#setting.slow}>${t('account.forgot.do')}</button>
      </form>
    `;
  }
}

customElements.define('m-forgot', Forgot);
