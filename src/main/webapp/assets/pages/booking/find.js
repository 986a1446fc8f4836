import { html } from 'lit';
import { t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import './find-times.js';

/** Where one finds a time: see `m-find-times`. */
class Find extends Page {
  render() {
    return html`
      <h1>${t('find.title')}</h1>
      <m-find-times .query=${this.query}></m-find-times>
    `;
  }
}

customElements.define('m-find', Find);
