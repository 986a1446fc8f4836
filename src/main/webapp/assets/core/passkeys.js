/** Passkeys as the browser has them (WebAuthn, R-AUTH-18), in the form in which the API takes them. */
import { exchange } from './http.js';

/** An address of numbers has no passkeys: they are made for a name. */
const NUMBERS = /^[\d.]+$|^\[/;

/** Whether this browser can make and show passkeys on these pages. */
export const passkeysOffered = () => 'PublicKeyCredential' in window && !NUMBERS.test(location.hostname);

/** Whether this browser offers them in the field for the name, before anybody asks. */
export async function passkeysInField() {
  return passkeysOffered() && ((await window.PublicKeyCredential.isConditionalMediationAvailable?.()) ?? false);
}

/**
 * Has the browser make a passkey.
 *
 * @param {object} options that the API gave
 * @throws {DOMException} `AbortError` when its user does not want to, `InvalidStateError` when the device has one already
 */
export async function makePasskey({ challenge, user, excludeCredentials, ...rest }) {
  const publicKey = {
    ...rest,
    challenge: bytes(challenge),
    user: { ...user, id: bytes(user.id) },
    excludeCredentials: excludeCredentials.map((known) => ({ ...known, id: bytes(known.id) })),
  };
  const { response } = await asked(() => navigator.credentials.create({ publicKey }));
  return {
    clientDataJSON: text(response.clientDataJSON),
    attestationObject: text(response.attestationObject),
    transports: response.getTransports?.() ?? [],
  };
}

/**
 * Has the browser show a passkey.
 *
 * @param {object} more `mediation` ('conditional': in the field for the name), `signal`
 * @throws {DOMException} `AbortError` when its user does not want to, or has none
 */
export async function showPasskey({ mediation, signal } = {}) {
  const { data } = await exchange('POST', '/auth/passkeys/challenge', { signal });
  const publicKey = { ...data, challenge: bytes(data.challenge) };
  const { rawId, response } = await asked(() => navigator.credentials.get({ publicKey, mediation, signal }));
  return {
    credentialId: text(rawId),
    clientDataJSON: text(response.clientDataJSON),
    authenticatorData: text(response.authenticatorData),
    signature: text(response.signature),
    userHandle: text(response.userHandle),
  };
}

/** Whoever closes the browser's dialog has read there why. */
async function asked(ask) {
  try {
    return await ask();
  } catch (refusal) {
    throw refusal.name === 'NotAllowedError' ? new DOMException('not wanted', 'AbortError') : refusal;
  }
}

const bytes = (base64url) => Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));

const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
