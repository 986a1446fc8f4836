import { html } from 'lit';
import { t } from '../core/i18n.js';
import { Page } from '../core/page.js';

/** Says that nothing is at the address, or nothing for this person. */
class Missing extends Page {
  render() {
    return html`
      <h1>${t('shell.missing')}</h1>
      <p>${t('shell.missing.text')}</p>
      <p><a href="/">${t('shell.missing.home')}</a></p>
    `;
  }
}

customElements.define('m-missing', Missing);
