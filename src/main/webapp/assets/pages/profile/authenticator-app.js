import { html, nothing, svg } from 'lit';
import { announce } from '../../core/announce.js';
import { api } from '../../core/api.js';
import { MiadiElement } from '../../core/element.js';
import { Form, field } from '../../core/forms.js';
import { t } from '../../core/i18n.js';
import { ownZone, shortDateText } from '../../core/time.js';
import { Doing, Loading } from '../../core/work.js';
import { codeField, passkeyButton, proofOf } from '../../parts/second-factor.js';

/** So much light stands around a QR code, in its units (ISO/IEC 18004). */
const QUIET = 4;

/**
 * Sets up an authenticator app, makes recovery codes, and removes both (R-AUTH-10). Fires `change` when signing in takes a code, or none any more, and `kept`
 * when somebody has kept their recovery codes.
 */
class AuthenticatorApp extends MiadiElement {
  static properties = {
    username: { attribute: false },
    /** Whether the account has a password. */
    secret: { attribute: false },
    /** Whether it takes a second factor already. */
    second: { attribute: false },
    /** Whether it has a passkey. */
    passkeys: { attribute: false },
  };

  #begun = null;
  #codes = null;
  #removed = false;
  #reading = new Loading(this, async (signal) => (await api.get('/auth/totp', {}, { signal })).data);

  #beginning = new Doing(this, async (given, form) => {
    this.#removed = false;
    this.#begun = (await api.post('/auth/totp', await proofOf(given))).data;
    form.reset();
    await this.#show('#field-first-code');
  });

  #confirming = new Doing(this, async ({ code }) => {
    const { data } = await api.post('/auth/totp/confirmation', { code });
    this.#begun = null;
    this.dispatchEvent(new Event('change'));
    if (data.recoveryCodes.length > 0) {
      await this.#shown(data);
    } else {
      this.dispatchEvent(new Event('kept'));
      await this.#reading.start();
      await this.#show('#app-title');
    }
  });

  #changing = new Doing(this, async ({ what, ...given }, form) => {
    if (what === 'renew') {
      await this.#shown((await api.post('/auth/totp/recovery-codes', await proofOf(given))).data);
    } else {
      await api.post('/auth/totp/removal', await proofOf(given));
      this.#removed = true;
      announce(t('profile.app.removed'));
      this.dispatchEvent(new Event('change'));
    }
    form.reset();
    await this.#reading.start();
  });

  #begin = new Form(this, this.#beginning);
  #confirm = new Form(this, this.#confirming);
  #change = new Form(this, this.#changing, { act: (given, form) => this.#changing.start({ ...given, what: this.#what }, form) });
  #what = 'remove';

  connectedCallback() {
    super.connectedCallback();
    this.#reading.start();
  }

  /** Shows recovery codes, this once. */
  async #shown({ recoveryCodes }) {
    this.#codes = recoveryCodes;
    await this.#show('#app-codes-title');
  }

  async #show(selector) {
    this.requestUpdate();
    await this.updateComplete;
    this.querySelector(selector).focus();
  }

  render() {
    return html`
      <section class="card" aria-labelledby="app-title">
        <h2 id="app-title" tabindex="-1">${t('profile.app')}</h2>
        ${this.#reading.render((app) => this.#state(app))}
      </section>
    `;
  }

  #state(app) {
    if (this.#codes) {
      return this.#recovery();
    }
    if (this.#begun) {
      return this.#scan();
    }
    return app.since ? this.#on(app) : this.#off();
  }

  #off() {
    return html`
      ${this.#removed ? html`<div class="note good">${t('profile.app.removed')}</div>` : nothing}
      <p>${t('profile.app.off')}</p>
      <form novalidate @submit=${this.#begin.submit}>
        ${this.#password(this.#begin, this.#beginning)}
        ${this.second ? codeField({ id: 'field-app-begin-code', fault: this.#begin.fault('code') }) : nothing} ${this.#beginning.note()}
        <button type="submit" class="secondary" aria-busy=${this.#beginning.slow}>${t('profile.app.begin')}</button>
        ${passkeyButton({ has: this.passkeys, doing: this.#beginning })}
      </form>
    `;
  }

  #scan() {
    const { secret, uri, qrCode } = this.#begun;
    const side = qrCode.size + 2 * QUIET;
    const wrong = this.#confirming.problem?.faultOf('code') && t('profile.app.wrong');
    return html`
      <p>${t('profile.app.scan')}</p>
      <svg class="qr" viewBox="${-QUIET} ${-QUIET} ${side} ${side}" role="img" aria-label=${t('profile.app.picture')} shape-rendering="crispEdges">
        ${svg`<rect x=${-QUIET} y=${-QUIET} width=${side} height=${side} fill="#fff" /><path d=${qrCode.path} fill="#000" />`}
      </svg>
      <p>${t('profile.app.key')} <output class="code">${inGroups(secret)}</output></p>
      <p><a href=${uri}>${t('profile.app.open')}</a></p>
      <form novalidate @submit=${this.#confirm.submit}>
        ${field({
          id: 'field-first-code',
          name: 'code',
          label: t('profile.app.first'),
          autocomplete: 'one-time-code',
          inputmode: 'numeric',
          maxlength: 40,
          fault: wrong ?? this.#confirm.fault('code'),
        })}
        ${this.#confirming.note()}
        <div class="actions">
          <button type="submit" aria-busy=${this.#confirming.slow}>${t('profile.app.confirm')}</button>
          <button type="button" class="secondary" @click=${() => this.#cancel()}>${t('profile.app.cancel')}</button>
        </div>
      </form>
    `;
  }

  #cancel() {
    this.#begun = null;
    this.#confirm.clear();
    return this.#show('#app-title');
  }

  #recovery() {
    const kept = () => {
      this.#codes = null;
      this.dispatchEvent(new Event('kept'));
      this.#reading.start();
      return this.#show('#app-title');
    };
    return html`
      <h3 id="app-codes-title" tabindex="-1">${t('profile.app.codes')}</h3>
      <p>${t('profile.app.codes.text')}</p>
      <ol class="codes">
        ${this.#codes.map((code) => html`<li><code>${code}</code></li>`)}
      </ol>
      <button type="button" @click=${kept}>${t('profile.app.codes.kept')}</button>
    `;
  }

  #on({ since, recoveryCodesLeft }) {
    return html`
      <p>${t('profile.app.on', { day: shortDateText(since, ownZone()) })}</p>
      <p>${t('profile.app.codes.left', { count: recoveryCodesLeft })}</p>
      <form novalidate @submit=${this.#change.submit}>
        ${this.#password(this.#change, this.#changing)}
        ${codeField({ id: 'field-app-code', fault: this.#change.fault('code') })} ${this.#changing.note()}
        <div class="actions">
          <button type="submit" class="secondary" aria-busy=${this.#changing.slow} @click=${() => (this.#what = 'renew')}>
            ${t('profile.app.codes.renew')}
          </button>
          <button type="submit" class="danger" @click=${() => (this.#what = 'remove')}>${t('profile.app.remove')}</button>
          ${passkeyButton({ has: this.passkeys, doing: this.#changing, given: { what: 'renew' }, text: t('profile.app.codes.renewBy') })}
          ${passkeyButton({ has: this.passkeys, doing: this.#changing, given: { what: 'remove' }, text: t('profile.app.removeBy') })}
        </div>
      </form>
    `;
  }

  #password(form, doing) {
    const wrong = doing.problem?.faultOf('currentPassword') && t('profile.password.wrong');
    return this.secret
      ? html`
          <input type="text" name="username" autocomplete="username" .value=${this.username} hidden readonly />
          ${field({
            id: 'field-app-password',
            name: 'currentPassword',
            label: t('profile.app.password'),
            type: 'password',
            autocomplete: 'current-password',
            maxlength: 128,
            hint: t('profile.app.hint'),
            fault: wrong ?? form.fault('currentPassword'),
          })}
        `
      : nothing;
  }
}

/** A long key, so that one can read it aloud and type it. */
const inGroups = (key) => key.match(/.{1,4}/g).join(' ');

customElements.define('m-authenticator-app', AuthenticatorApp);
