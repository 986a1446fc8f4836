import { field } from '../core/forms.js';
import { t } from '../core/i18n.js';

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

/** What shows once more who one is (R-AUTH-17), as far as it was given. */
export const proofOf = ({ currentPassword, code }) => ({ currentPassword: currentPassword || undefined, code: code ?? undefined });

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
