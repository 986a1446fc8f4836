/**
 * Who is signed in (R-AUTH-7). The access token is kept in this module's memory and nowhere else; the refresh token is in a cookie that no
 * script sees. Fires `change` when somebody signs in, `ended` when the session ended by itself, and `elsewhere` when nobody is signed in here and somebody is
 * in another tab. A page has one user in its life: when that one signs out, or another one signs in, in whatever tab, it begins anew (R-AUTH-16).
 */
import { beginAnew } from './anew.js';
import { draftsOf } from './drafts.js';
import { exchange } from './http.js';
import { lastSignOut, markSignOut } from './settings.js';
import { hearTabs, tellTabs } from './tabs.js';

/** How long before its end a token is renewed, in milliseconds. */
const MARGIN_MILLIS = 30_000;
/** The second is from sessions that began before; the first answer replaces it. */
const CSRF_COOKIES = ['__Host-miadi-csrf=', '__Secure-miadi-csrf='];

class Session extends EventTarget {
  /** `{id, username, role, personId}`, or null when nobody is signed in. */
  user = null;
  /** Whether somebody is signing out: what still runs for them ends, and does not ask them to sign in again. */
  leaving = false;

  #token = null;
  #endsAt = 0;
  #renewal = null;
  #again = null;
  /** Whether the page is being left for good, since its user is no longer the browser's. */
  #over = false;
  /** What tells that nobody has signed out, and that the browser's session is still this one. */
  #signOut = lastSignOut();
  #cookie = csrfToken();

  constructor() {
    super();
    hearTabs((id) => this.#told(id), () => this.#awake());
  }

  /** Takes up the session that the browser's cookies still have, if any. */
  async resume() {
    if (csrfToken()) {
      await this.#renew().catch(() => {});
    }
    draftsOf(this.user?.id ?? null);
    if (this.user) {
      tellTabs(this.user.id); // they may have begun before, when it was somebody else's
    }
  }

  /** @param {object} second `code` or `passkey`, besides the password, where the account takes one */
  async signIn(username, password, second = {}) {
    this.#enter((await exchange('POST', '/auth/login', { body: { username, password, ...second, cookie: true } })).data);
  }

  /** Signs in by a passkey alone (R-AUTH-18). */
  async signInWithPasskey(passkey) {
    this.#enter((await exchange('POST', '/auth/passkeys/sign-in', { body: { passkey, cookie: true } })).data);
  }

  /** Finishes a sign-in by Google, which this browser has come back from. @param {object} second `code` or `passkey` */
  async signInAfterProvider(second) {
    this.#enter((await exchange('POST', '/auth/google/second-factor', { body: second })).data);
  }

  /** Opens an account for a patient and signs in with it. */
  async register(patient) {
    this.#enter((await exchange('POST', '/auth/register', { body: { ...patient, cookie: true } })).data);
  }

  #enter(tokens) {
    tellTabs(tokens.user.id);
    this.#take(tokens);
  }

  /** Takes the tokens that some other exchange of the account's answered. */
  accept(tokens) {
    this.#take(tokens);
  }

  /** Ends the session that the browser's cookies keep (R-AUTH-3), however old this page's access token is. */
  async signOut() {
    this.leaving = true;
    const csrf = csrfToken();
    const headers = csrf ? { 'X-CSRF-Token': csrf } : { Authorization: `Bearer ${this.#token}` };
    try {
      await exchange('POST', '/auth/logout', { headers });
    } catch (refusal) {
      if (csrf || refusal.slug !== 'unauthenticated') {
        this.leaving = false;
        throw refusal;
      } // the cookies are gone, and the token is of no use any more: nobody is signed in here
    }
    markSignOut();
    tellTabs(null);
    this.#end({ signedOut: true });
  }

  /** Leaves a session that ended by itself. */
  giveUp() {
    this.#end();
  }

  /** @throws {DOMException} `AbortError` when the page is no longer that user's: whatever was asked for must not be seen */
  mustBe(user) {
    if (this.#over || user?.id !== this.user?.id) {
      throw new DOMException('another user', 'AbortError');
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
    if (this.user && this.user.id !== user.id) {
      this.#end();
    }
    this.mustBe(this.user);
    const entered = !this.user || this.#again !== null || this.user.username !== user.username;
    this.#token = accessToken;
    this.#endsAt = Date.now() + expiresIn * 1000;
    this.#cookie = csrfToken();
    this.user = user;
    if (entered) {
      this.#signOut = lastSignOut();
      draftsOf(user.id);
      this.dispatchEvent(new Event('change'));
    }
  }

  /** The end of what this page is for: nothing that still runs may draw or ask anything. */
  #end(why) {
    this.#over = true;
    this.leaving = true;
    this.#token = null;
    beginAnew(why);
  }

  /** Another tab says who is signed in now. */
  #told(id) {
    if (!this.user) {
      this.#elsewhere(id);
    } else if (id !== this.user.id) {
      this.#end({ signedOut: id === null });
    } else if (this.#again) {
      this.#renew().catch(() => {}); // signed in again there, and so here
    }
  }

  /** What other tabs did meanwhile, as far as the browser tells; whose a session is, the server says. */
  #awake() {
    const another = csrfToken() && csrfToken() !== this.#cookie;
    if (this.user && lastSignOut() !== this.#signOut) {
      this.#end({ signedOut: true });
    } else if (this.user && another) {
      this.#renew().catch(() => {});
    } else if (another) {
      this.#elsewhere(csrfToken());
    }
  }

  #elsewhere(somebody) {
    if (somebody) {
      this.dispatchEvent(new Event('elsewhere'));
    }
  }
}

/** Runs when no other tab renews: all have the same cookie. Where a browser has no locks, the server sorts it out (R-AUTH-2). */
const alone = (work) => (navigator.locks ? navigator.locks.request('miadi-renewal', work) : work());

function csrfToken() {
  const cookies = document.cookie.split('; ');
  return CSRF_COOKIES.flatMap((name) =>
    cookies.filter((cookie) => cookie.startsWith(name)).map((cookie) => cookie.slice(name.length)),
  ).at(0);
}

export const session = new Session();
