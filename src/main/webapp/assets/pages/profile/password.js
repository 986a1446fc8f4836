import { html, nothing } from 'lit';
import { announce } from '../../core/announce.js';
import { api } from '../../core/api.js';
import { MiadiElement } from '../../core/element.js';
import { Form, field } from '../../core/forms.js';
import { t } from '../../core/i18n.js';
import { session } from '../../core/session.js';
import { Doing } from '../../core/work.js';

/** Changes one's own password; this browser stays signed in, all others are signed out unless one wants them to go on. Fires `changed` when it is done. */
class Password extends MiadiElement {
  static properties = { username: { attribute: false } };

  #done = false;
  #changing = new Doing(this, async ({ currentPassword, newPassword, endOtherSessions }, form) => {
    this.#done = false;
    const { data } = await api.put('/auth/password', { currentPassword, newPassword, endOtherSessions: Boolean(endOtherSessions) });
    session.accept(data);
    form.reset();
    this.#done = true;
    this.dispatchEvent(new Event('changed'));
    announce(t('profile.password.done'));
  });

  #form = new Form(this, this.#changing);

  render() {
    const wrong = this.#changing.problem?.faultOf('currentPassword') && t('profile.password.wrong');
    return html`
      <section class="card" aria-labelledby="password-title">
        <h2 id="password-title">${t('profile.password')}</h2>
        <p class="muted">${t('profile.password.text')}</p>
        <form novalidate @submit=${this.#form.submit}>
          <input type="text" name="username" autocomplete="username" .value=${this.username} hidden readonly />
          ${field({
            name: 'currentPassword',
            label: t('profile.password.current'),
            type: 'password',
            autocomplete: 'current-password',
            maxlength: 128,
            fault: wrong ?? this.#form.fault('currentPassword'),
          })}
          ${this.#form.field({
            name: 'newPassword',
            label: t('account.newPassword'),
            type: 'password',
            autocomplete: 'new-password',
            minlength: 12,
            maxlength: 128,
            hint: t('account.password.hint'),
          })}
          <label>
            <input type="checkbox" name="endOtherSessions" checked />
            ${t('profile.password.endOthers')}
          </label>
          ${this.#changing.note()} ${this.#done ? html`<div class="note good">${t('profile.password.done')}</div>` : nothing}
          <button type="submit" aria-busy=${this.#changing.slow}>${t('profile.password.do')}</button>
        </form>
      </section>
    `;
  }
}

customElements.define('m-password', Password);
