/**
 * Who is signed in (R-AUTH-7). The access token is kept in this module's memory and nowhere else; the refresh token is in a cookie that no
 * script sees. Fires `change` when somebody signs in or out, and `ended` when the session ended by itself.
 */
import { exchange } from './http.js';

/** How long before its end a token is renewed, in milliseconds. */
const MARGIN_MILLIS = 30_000;
const CSRF_COOKIE = '__Secure-miadi-csrf';

class Session extends EventTarget {
  /** `{id, username, role, personId}`, or null when nobody is signed in. */
  user = null;
  /** Whether somebody is signing out: what still runs for them ends, and does not ask them to sign in again. */
  leaving = false;

  #token = null;
  #endsAt = 0;
  #renewal = null;
  #again = null;

  /** Takes up the session that the browser's cookies still have, if any. */
  async resume() {
    if (csrfToken()) {
      await this.#renew().catch(() => {});
    }
  }

  async signIn(username, password) {
    this.#take((await exchange('POST', '/auth/login', { body: { username, password, cookie: true } })).data);
  }

  /** Opens an account for a patient and signs in with it. */
  async register(patient) {
    this.#take((await exchange('POST', '/auth/register', { body: { ...patient, cookie: true } })).data);
  }

  /** Takes the tokens that some other exchange of the account's answered. */
  accept(tokens) {
    this.#take(tokens);
  }

  async signOut() {
    this.leaving = true;
    const headers = { 'X-CSRF-Token': csrfToken() ?? '', Authorization: `Bearer ${this.#token}` };
    try {
      await exchange('POST', '/auth/logout', { headers }).catch((refusal) => {
        if (refusal.status !== 401) {
          throw refusal;
        }
      });
      this.#leave();
    } finally {
      this.leaving = false;
    }
  }

  /** A token that is good for the next half minute; null when nobody is signed in. */
  async token() {
    if (this.user && Date.now() > this.#endsAt - MARGIN_MILLIS) {
      await this.renew();
    }
    return this.#token;
  }

  /**
   * New tokens for old. When the session has ended, whoever shows the page is asked (`ended`) to sign in again, and this waits for it:
   * nothing that was typed is lost.
   */
  async renew() {
    if (this.leaving) {
      throw new DOMException('signing out', 'AbortError');
    }
    try {
      await this.#renew();
    } catch (refusal) {
      if (![401, 403].includes(refusal.status)) {
        throw refusal;
      }
      await this.#signedInAgain();
    }
  }

  #renew() {
    this.#renewal ??= alone(() => exchange('POST', '/auth/refresh', { headers: { 'X-CSRF-Token': csrfToken() ?? '' } }))
      .then(({ data }) => this.#take(data))
      .finally(() => (this.#renewal = null));
    return this.#renewal;
  }

  #signedInAgain() {
    this.#again ??= new Promise((resolve) => {
      this.addEventListener('change', () => resolve(), { once: true });
      this.dispatchEvent(new Event('ended'));
    }).finally(() => (this.#again = null));
    return this.#again;
  }

  #take({ accessToken, expiresIn, user }) {
    const other = this.user?.id !== user.id || this.#again !== null;
    this.#token = accessToken;
    this.#endsAt = Date.now() + expiresIn * 1000;
    this.user = user;
    if (other) {
      this.dispatchEvent(new Event('change'));
    }
  }

  #leave() {
    this.#token = null;
    this.user = null;
    this.dispatchEvent(new Event('change'));
  }
}

/** Runs when no other tab renews: all have the same cookie. Where a browser has no locks, the server sorts it out (R-AUTH-2). */
const alone = (work) => (navigator.locks ? navigator.locks.request('miadi-renewal', work) : work());

const csrfToken = () =>
  document.cookie
    .split('; ')
    .find((cookie) => cookie.startsWith(`${CSRF_COOKIE}=`))
    ?.slice(CSRF_COOKIE.length + 1);

export const session = new Session();
