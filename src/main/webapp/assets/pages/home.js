import { html, nothing } from 'lit';
import { announce } from '../core/announce.js';
import { takeFarewell } from '../core/drafts.js';
import { fetched } from '../core/fetching.js';
import { t } from '../core/i18n.js';
import { Page } from '../core/page.js';
import { places } from '../core/places.js';
import { router } from '../core/router.js';
import { session } from '../core/session.js';

const parts = () => Promise.all([import('./booking/find-times.js'), import('./booking/next-visit.js')]);

/** The front page: what Miadi is for and the way in; for patients their next visit and the search for another; staff go on to their work. */
class Home extends Page {
  #ready = false;
  #farewell = takeFarewell();
  #elsewhere = () => location.reload();

  async connectedCallback() {
    super.connectedCallback();
    session.addEventListener('elsewhere', this.#elsewhere);
    if (session.user?.role === 'patient') {
      await fetched(parts);
      this.#ready = true;
      this.requestUpdate();
    } else if (session.user) {
      router.go(places(session.user.role)[0][0], { replace: true });
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    session.removeEventListener('elsewhere', this.#elsewhere);
  }

  firstUpdated() {
    if (this.#farewell) {
      announce(t('shell.signedOut'));
    }
  }

  render() {
    if (!session.user) {
      return this.#welcome();
    }
    return html`
      <h1>${session.user.role === 'patient' ? t('find.home') : 'Miadi'}</h1>
      ${this.#ready ? html`<m-next-visit></m-next-visit><m-find-times .query=${this.query}></m-find-times>` : nothing}
    `;
  }

  #welcome() {
    return html`
      <section class="welcome">
        ${this.#farewell ? html`<div class="note good">${t('shell.signedOut')}</div>` : nothing}
        <h1>${t('find.welcome')}</h1>
        <p class="lead">${t('find.welcome.text')}</p>
        <p class="actions">
          <a role="button" href="/app/find">${t('find.welcome.book')}</a>
          <a role="button" class="secondary" href="/app/sign-in">${t('account.signIn')}</a>
        </p>
        <ol class="steps">
          <li><strong>${t('find.step.find')}</strong> ${t('find.step.find.text')}</li>
          <li><strong>${t('find.step.choose')}</strong> ${t('find.step.choose.text')}</li>
          <li><strong>${t('find.step.book')}</strong> ${t('find.step.book.text')}</li>
        </ol>
      </section>
    `;
  }
}

customElements.define('m-home', Home);
