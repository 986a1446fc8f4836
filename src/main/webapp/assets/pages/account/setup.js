import { html } from 'lit';
import { api } from '../../core/api.js';
import { Form } from '../../core/forms.js';
import { t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { Doing, Loading } from '../../core/work.js';

/** Opens the first admin's account of a new clinic, with the code that its server wrote to its log (R-AUTH-9). */
class Setup extends Page {
  #done = false;
  #reading = new Loading(this, async (signal) => (await api.get('/config', {}, { signal })).data.setUp);
  #opening = new Doing(this, async (given) => {
    await api.post('/auth/setup', given);
    this.#done = true;
  });

  #form = new Form(this, this.#opening);

  connectedCallback() {
    super.connectedCallback();
    this.#reading.start();
  }

  render() {
    return html`
      <section class="narrow">
        <h1>${t('account.setup')}</h1>
        ${this.#done ? this.#finished('account.setup.done') : this.#reading.render((setUp) => (setUp ? this.#finished('account.setup.before') : this.#draw()))}
      </section>
    `;
  }

  #finished(text) {
    return html`
      <div class="note good" role="status">${t(text)}</div>
      <p><a href="/app/sign-in" role="button">${t('account.signIn')}</a></p>
    `;
  }

  #draw() {
    return html`
      <p>${t('account.setup.text')}</p>
      <form novalidate @submit=${this.#form.submit}>
        ${this.#form.field({ name: 'code', label: t('account.setup.code'), maxlength: 100 })}
        ${this.#form.field({ name: 'username', label: t('account.username'), autocomplete: 'username', minlength: 3, maxlength: 254 })}
        ${this.#form.field({
          name: 'password',
          label: t('account.password'),
          type: 'password',
          autocomplete: 'new-password',
          minlength: 12,
          maxlength: 128,
          hint: t('account.password.hint'),
        })}
        ${this.#opening.note()}
        <button type="submit" class="wide" aria-busy=${this.#opening.slow}>${t('account.setup.do')}</button>
      </form>
    `;
  }
}

customElements.define('m-setup', Setup);
