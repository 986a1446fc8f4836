import { html, nothing } from 'lit';
import { announce } from '../../core/announce.js';
import { api } from '../../core/api.js';
import { MiadiElement } from '../../core/element.js';
import { Form, field } from '../../core/forms.js';
import { t } from '../../core/i18n.js';
import { makePasskey, passkeysOffered } from '../../core/passkeys.js';
import { ownZone, shortDateText, shortMomentText } from '../../core/time.js';
import { Doing } from '../../core/work.js';
import { Modal } from '../../parts/modal.js';
import { codeField, passkeyButton, proofOf } from '../../parts/second-factor.js';

/**
 * The passkeys of one's account (R-AUTH-18): adds them, names them and removes them. Fires `change` when there is another, or one less, and `kept` when somebody has
 * kept their recovery codes.
 */
class Passkeys extends MiadiElement {
  static properties = {
    username: { attribute: false },
    /** Whether the account has a password. */
    secret: { attribute: false },
    /** Whether it takes something besides. */
    second: { attribute: false },
    items: { attribute: false },
  };

  #codes = null;
  #known = false;
  #renamed = new Modal(this);
  #removed = new Modal(this);

  #adding = new Doing(this, async (given, form) => {
    this.#known = false;
    const { data: options } = await api.post('/auth/passkeys/options', await proofOf(given));
    const made = await this.#made(options);
    if (!made) {
      return;
    }
    const { data } = await api.post('/auth/passkeys', made);
    form.reset();
    announce(t('profile.passkeys.added', { name: data.passkey.name }));
    this.#changed();
    if (data.recoveryCodes.length > 0) {
      this.#codes = data.recoveryCodes;
      this.requestUpdate();
      await this.updateComplete;
      this.querySelector('#passkey-codes-title').focus();
    } else {
      this.dispatchEvent(new Event('kept'));
    }
  });

  #renaming = new Doing(this, async ({ name }) => {
    await api.put(`/auth/passkeys/${this.#renamed.about.id}/name`, { name });
    this.#renamed.close();
    this.#changed();
  });

  #removing = new Doing(this, async (given) => {
    const { id, name } = this.#removed.about;
    await api.post(`/auth/passkeys/${id}/removal`, await proofOf(given));
    this.#removed.close();
    announce(t('profile.passkeys.removed', { name }));
    this.#changed();
  });

  #add = new Form(this, this.#adding);
  #rename = new Form(this, this.#renaming);
  #remove = new Form(this, this.#removing);

  /** What the device made; nothing when it has one already. */
  async #made(options) {
    try {
      return await makePasskey(options);
    } catch (refusal) {
      if (refusal.name !== 'InvalidStateError') {
        throw refusal;
      }
      this.#known = true;
      this.requestUpdate();
      return null;
    }
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }

  render() {
    return html`
      <section class="card" aria-labelledby="passkeys-title">
        <h2 id="passkeys-title" tabindex="-1">${t('profile.passkeys')}</h2>
        ${this.#codes ? this.#recovery() : this.#list()}
      </section>
      ${this.#renamed.render('passkey-name-title', t('profile.passkeys.rename'), ({ name }) => html`
        <form novalidate @submit=${this.#rename.submit}>
          ${this.#rename.field({ id: 'passkey-name', name: 'name', label: t('profile.passkeys.name'), value: name, maxlength: 60 })} ${this.#renaming.note()}
          <button type="submit" class="wide" aria-busy=${this.#renaming.slow}>${t('profile.passkeys.rename.do')}</button>
        </form>
      `)}
      ${this.#removed.render('passkey-removal-title', t('profile.passkeys.remove'), ({ name }) => html`
        <p>${t('profile.passkeys.remove.text', { name })}</p>
        <form novalidate @submit=${this.#remove.submit}>
          ${this.#proof('passkey-removal', this.#remove, this.#removing)} ${this.#removing.note()}
          <div class="actions">
            <button type="submit" class="danger" aria-busy=${this.#removing.slow}>${t('profile.passkeys.remove.do')}</button>
            ${passkeyButton({ has: true, doing: this.#removing })}
          </div>
        </form>
      `)}
    `;
  }

  #list() {
    return html`
      <p>${t('profile.passkeys.text')}</p>
      ${this.items.length > 0
        ? html`
            <ul class="plain">
              ${this.items.map((one) => this.#item(one))}
            </ul>
          `
        : nothing}
      ${passkeysOffered() ? this.#form() : html`<p class="muted">${t('profile.passkeys.not')}</p>`}
    `;
  }

  #item(one) {
    return html`
      <li class="card">
        <p>
          <strong dir="auto">${one.name}</strong>
          ${one.backedUp ? html`<span class="badge good">${t('profile.passkeys.backedUp')}</span>` : nothing}
        </p>
        <p class="muted">
          ${t('profile.passkeys.since', { day: shortDateText(one.createdAt, ownZone()) })}<br />
          ${one.usedAt ? t('profile.passkeys.used', { moment: shortMomentText(one.usedAt, ownZone()) }) : t('profile.passkeys.unused')}
        </p>
        <div class="actions">
          <button type="button" class="secondary" @click=${() => this.#open(this.#renamed, this.#rename, one)}>
            ${t('profile.passkeys.rename')}<span class="unseen">: ${one.name}</span>
          </button>
          <button type="button" class="secondary" @click=${() => this.#open(this.#removed, this.#remove, one)}>
            ${t('profile.passkeys.remove')}<span class="unseen">: ${one.name}</span>
          </button>
        </div>
      </li>
    `;
  }

  #open(modal, form, one) {
    form.clear();
    return modal.open(one);
  }

  #form() {
    return html`
      <form novalidate @submit=${this.#add.submit}>
        ${this.#proof('passkey', this.#add, this.#adding)}
        ${this.#known ? html`<div class="note" role="alert">${t('profile.passkeys.known')}</div>` : this.#adding.note()}
        <div class="actions">
          <button type="submit" class="secondary" aria-busy=${this.#adding.slow}>${t('profile.passkeys.add')}</button>
          ${passkeyButton({ has: this.items.length > 0, doing: this.#adding, text: t('profile.passkeys.addBy') })}
        </div>
      </form>
    `;
  }

  #proof(id, form, doing) {
    const wrong = doing.problem?.faultOf('currentPassword') && t('profile.password.wrong');
    return html`
      ${this.secret
        ? html`
            <input type="text" name="username" autocomplete="username" .value=${this.username} hidden readonly />
            ${field({
              id: `field-${id}-password`,
              name: 'currentPassword',
              label: t('profile.passkeys.password'),
              type: 'password',
              autocomplete: 'current-password',
              maxlength: 128,
              hint: t('profile.app.hint'),
              fault: wrong ?? form.fault('currentPassword'),
            })}
          `
        : nothing}
      ${this.second ? codeField({ id: `field-${id}-code`, fault: form.fault('code') }) : nothing}
    `;
  }

  #recovery() {
    const kept = async () => {
      this.#codes = null;
      this.dispatchEvent(new Event('kept'));
      this.requestUpdate();
      await this.updateComplete;
      this.querySelector('#passkeys-title')?.focus();
    };
    return html`
      <h3 id="passkey-codes-title" tabindex="-1">${t('profile.app.codes')}</h3>
      <p>${t('profile.passkeys.codes.text')}</p>
      <ol class="codes">
        ${this.#codes.map((code) => html`<li><code>${code}</code></li>`)}
      </ol>
      <button type="button" @click=${kept}>${t('profile.app.codes.kept')}</button>
    `;
  }
}

customElements.define('m-passkeys', Passkeys);
