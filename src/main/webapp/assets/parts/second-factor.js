import { html, nothing } from 'lit';
import { field } from '../core/forms.js';
import { t } from '../core/i18n.js';
import { passkeysOffered, showPasskey } from '../core/passkeys.js';

/** The field for the code that an account takes besides the password: of an authenticator app, or a recovery code (R-AUTH-10). */
export const codeField = ({ id, fault }) =>
  field({
    id,
    name: 'code',
    label: t('account.secondFactor'),
    hint: t('account.secondFactor.hint'),
    autocomplete: 'one-time-code',
    maxlength: 40,
    plain: true,
    fault,
  });

/** What shows once more who one is (R-AUTH-17), as far as it was given: `passkey` has the browser ask for one. */
export const proofOf = async ({ currentPassword, code, passkey }) =>
  passkey ? { passkey: await showPasskey() } : { currentPassword: currentPassword || undefined, code: code ?? undefined };

/**
 * A button that shows it by a passkey, in place of the password and the code (R-AUTH-18); nothing where there is none to show.
 *
 * @param {boolean} has whether the account has a passkey @param {Doing} doing what it is the proof for @param {object} given what that takes besides
 */
export const passkeyButton = ({ has, doing, text = t('account.passkey.confirm'), given = {} }) =>
  has && passkeysOffered()
    ? html`<button type="button" class="secondary" @click=${({ target }) => doing.start({ ...given, passkey: true }, target.form)}>${text}</button>`
    : nothing;

/**
 * Signing in by a form that asks for the code once it is known to be needed: the first refusal is the question, and nothing that went wrong. Draws
 * its host again when it asks.
 */
export class SecondStep {
  asked = false;
  #host;

  constructor(host) {
    this.#host = host;
  }

  /** @param {(code: string | undefined) => Promise<void>} signIn @param {string} id of the field, for the focus */
  async try(signIn, code, id) {
    try {
      await signIn(code ?? undefined);
    } catch (refusal) {
      if (refusal.slug !== 'second-factor-required' || this.asked) {
        throw refusal;
      }
      this.asked = true;
      this.#host.requestUpdate();
      await this.#host.updateComplete;
      this.#host.querySelector(`#${id}`).focus();
    }
  }
}
