import { html } from 'lit';
import { announce } from '../../core/announce.js';
import { download } from '../../core/download.js';
import { MiadiElement } from '../../core/element.js';
import { t } from '../../core/i18n.js';
import { ownZone, today } from '../../core/time.js';
import { Doing } from '../../core/work.js';

/** Hands a patient everything that is held about them, as one file. */
class OwnData extends MiadiElement {
  static properties = { patientId: { attribute: false } };

  #exporting = new Doing(this, async () => {
    await download(`/patients/${this.patientId}/export`, `miadi-${today(ownZone())}.json`, 'application/json');
    announce(t('profile.export.done'));
  });

  render() {
    return html`
      <section class="card" aria-labelledby="export-title">
        <h2 id="export-title">${t('profile.export')}</h2>
        <p>${t('profile.export.text')}</p>
        <p class="muted">${t('profile.export.care')}</p>
        ${this.#exporting.note()}
        <button type="button" class="secondary" aria-busy=${this.#exporting.slow} @click=${() => this.#exporting.start()}>
          ${t('profile.export.do')}
        </button>
      </section>
    `;
  }
}

customElements.define('m-own-data', OwnData);
