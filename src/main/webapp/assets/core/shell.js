import { html, nothing } from 'lit';
import { connection } from './connection.js';
import { MiadiElement } from './element.js';
import { fetched } from './fetching.js';
import { LANGUAGES, language, setLanguage, t } from './i18n.js';
import { search } from './http.js';
import { places } from './places.js';
import { router } from './router.js';
import { session } from './session.js';
import { chooseScheme, chosenScheme } from './settings.js';
import { mayLeave } from './unsaved.js';
import { Doing } from './work.js';

const signInAgain = () => import('../parts/sign-in-again.js');
const accountNotice = () => import('../parts/account-notice.js');

/** What surrounds every page: where one can go, who one is, the language, and whether the server is there. */
export class Shell extends MiadiElement {
  #leaving = false;
  #slow;
  #signingOut = new Doing(this, async () => {
    if (await mayLeave()) {
      this.#closeMenus();
      await session.signOut();
    }
  });

  /** Whether the page on show is one for who is signed in: until it is, its menu would lead past the form that signs in. */
  #signedIn = Boolean(session.user);

  connectedCallback() {
    this.replaceChildren();
    super.connectedCallback();
    session.addEventListener('change', () => this.#beReadyForTheEnd());
    session.addEventListener('ended', () => this.#ended());
    this.#beReadyForTheEnd();
    connection.addEventListener('change', () => this.requestUpdate());
    router.addEventListener('leaving', () => this.#leave());
    router.addEventListener('shown', () => this.#arrive());
    router.addEventListener('unloadable', () => this.#arrive());
  }

  /** What a session that ends will need, and what tells what others did to the account, is fetched while the session lasts, and not before there is one. */
  #beReadyForTheEnd() {
    if (session.user) {
      signInAgain().catch(() => console.warn('signing in again will be fetched when it is needed'));
      accountNotice().catch(() => console.warn('what others did to the account will be told by the next page'));
    }
  }

  async #ended() {
    try {
      await signInAgain();
      await this.querySelector('m-sign-in-again').ask();
    } catch {
      location.assign(`/app/sign-in${search({ next: location.pathname + location.search })}`);
    }
  }

  #leave() {
    clearTimeout(this.#slow);
    this.#slow = setTimeout(() => {
      this.#leaving = true;
      this.requestUpdate();
    }, 300);
  }

  async #arrive() {
    clearTimeout(this.#slow);
    this.#leaving = false;
    this.#signedIn = Boolean(session.user);
    this.requestUpdate();
    this.#closeMenus();
    await this.updateComplete;
  }

  #closeMenus() {
    this.querySelectorAll('details[open]').forEach((menu) => (menu.open = false));
  }

  render() {
    return html`
      <a class="skip" href="#main">${t('shell.skip')}</a>
      <header class="top">
        <div class="container">
          <a class="brand" href="/"><img src=${new URL('../style/miadi.svg', import.meta.url)} alt="" width="28" height="28" /><span>Miadi</span></a>
          ${this.#signedIn ? this.#menu() : nothing}
          <div class="tools">${this.#languages()} ${this.#account()}</div>
        </div>
        ${this.#leaving ? html`<progress class="leaving" aria-label=${t('shell.waiting')}></progress>` : nothing}
      </header>
      <div class="connection" role="status">
        ${connection.lost
          ? html`<div class="container">
              <span>${t('shell.connection.lost')}</span>
              <button type="button" class="secondary" @click=${() => connection.tryNow()}>${t('shell.connection.now')}</button>
            </div>`
          : nothing}
      </div>
      ${this.#signingOut.error ? this.#stillIn() : nothing}
      <m-account-notice></m-account-notice>
      <main id="main" class="container" tabindex="-1">${router.page}</main>
      <footer class="container">
        <a href="/api-docs/">${t('shell.interface')}</a>
        <span>${t('shell.license')}</span>
        <div class="tools">${this.#schemes()}</div>
      </footer>
      <div id="announcements" class="unseen" aria-live="polite"></div>
      <m-sign-in-again></m-sign-in-again>
    `;
  }

  /** Who takes a refused sign-out for done leaves a stranger at their desk with their session. */
  #stillIn() {
    return html`
      <div class="container">
        <div class="note problem" role="alert">
          <p>${t('shell.signOut.failed')}</p>
          <button type="button" class="secondary" @click=${() => this.#signingOut.start()}>${t('shell.again')}</button>
        </div>
      </div>
    `;
  }

  #menu() {
    const here = router.path;
    return html`
      <nav aria-label=${t('shell.menu')}>
        <ul>
          ${places(session.user.role).map(
            ([path, label]) =>
              html`<li><a href=${path} aria-current=${here === path || here.startsWith(`${path}/`) ? 'page' : nothing}>${t(label)}</a></li>`,
          )}
        </ul>
      </nav>
    `;
  }

  #languages() {
    return html`
      <label>
        <span class="unseen">${t('shell.language')}</span>
        <select @change=${({ target }) => fetched(() => setLanguage(target.value, { remember: true }))}>
          ${Object.entries(LANGUAGES).map(
            ([tag, { name }]) => html`<option value=${tag} lang=${tag} ?selected=${tag === language()}>${name}</option>`,
          )}
        </select>
      </label>
    `;
  }

  #schemes() {
    const names = { auto: t('shell.scheme.auto'), light: t('shell.scheme.light'), dark: t('shell.scheme.dark') };
    return html`
      <label>
        <span>${t('shell.scheme')}</span>
        <select @change=${(event) => chooseScheme(event.target.value)}>
          ${Object.entries(names).map(
            ([scheme, name]) => html`<option value=${scheme} ?selected=${scheme === chosenScheme()}>${name}</option>`,
          )}
        </select>
      </label>
    `;
  }

  #account() {
    return this.#signedIn
      ? html`
          <details class="dropdown account">
            <summary><span>${session.user.username}</span></summary>
            <ul>
              <li><a href="/app/profile">${t('shell.profile')}</a></li>
              <li><button type="button" class="link" @click=${() => this.#signingOut.start()}>${t('shell.signOut')}</button></li>
            </ul>
          </details>
        `
      : html`<a class="sign-in" href="/app/sign-in">${t('account.signIn')}</a>`;
  }
}
