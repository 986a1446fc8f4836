import { html } from 'lit';
import { api } from '../../core/api.js';
import { entries, faultsIn, field, refusedField } from '../../core/forms.js';
import { t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { Doing } from '../../core/work.js';

/** The next step when a password is forgotten: the clinic hands out a code, and the code sets a new one. */
class Forgot extends Page {
  #faults = {};
  #done = false;
  #setting = new Doing(this, async (given) => {
    await api.post('/auth/password-reset', given);
    this.#done = true;
  });

  #submit(event) {
    event.preventDefault();
    this.#faults = faultsIn(event.target);
    this.requestUpdate();
    if (Object.keys(this.#faults).length === 0) {
      this.#setting.start(entries(event.target));
    }
  }

  render() {
    return html`
      <section class="narrow">
        <h1>${t('account.forgot')}</h1>
        ${this.#done ? this.#finished() : this.#form()}
      </section>
    `;
  }

  #finished() {
    return html`
      <div class="note good" role="status">${t('account.forgot.done')}</div>
      <p><a href="/app/sign-in" role="button">${t('account.signIn')}</a></p>
    `;
  }

  #form() {
    const problem = this.#setting.problem;
    return html`
      <p>${t('account.forgot.text')}</p>
      <form novalidate @submit=${this.#submit}>
        ${field({
          name: 'code',
          label: t('account.code'),
          hint: t('account.code.hint'),
          maxlength: 100,
          fault: this.#faults.code ?? refusedField(problem, 'code'),
        })}
        ${field({
          name: 'newPassword',
          label: t('account.newPassword'),
          type: 'password',
          autocomplete: 'new-password',
          minlength: 12,
          maxlength: 128,
          hint: t('account.password.hint'),
          fault: this.#faults.newPassword ?? refusedField(problem, 'newPassword'),
        })}
        ${this.#setting.note()}
        <button type="submit" class="wide" aria-busy=${this.#setting.slow}>${t('account.forgot.do')}</button>
      </form>
    `;
  }
}

customElements.define('m-forgot', Forgot);
