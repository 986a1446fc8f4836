import { html } from 'lit';
import { t } from '../core/i18n.js';
import { Page } from '../core/page.js';
import { places } from '../core/places.js';
import { router } from '../core/router.js';
import { session } from '../core/session.js';

/** The front page: what Miadi is for and the way in; whoever is signed in goes on to where their work begins. */
class Home extends Page {
  connectedCallback() {
    super.connectedCallback();
    if (session.user) {
      router.go(places(session.user.role)[0][0], { replace: true });
    }
  }

  render() {
    return session.user ? html`<h1 class="unseen">Miadi</h1>` : this.#welcome();
  }

  #welcome() {
    return html`
      <section class="welcome">
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
