import { html } from 'lit';
import { MiadiElement } from '../../core/element.js';
import { Listing } from '../../core/listing.js';
import { t } from '../../core/i18n.js';
import { providers } from '../../core/people.js';
import { ownZone, shortMomentText } from '../../core/time.js';
import '../../parts/record.js';

/** The records that the signed-in provider wrote of one patient; what others wrote is theirs alone (R-REC-2). */
class PatientRecords extends MiadiElement {
  static properties = { patientId: { attribute: false } };

  #providers = new Map();
  #records = new Listing(this, '/records', {
    limit: 20,
    prepare: async (records, signal) => {
      this.#providers = await providers.find(records.map(({ providerId }) => providerId), { signal, fresh: true });
    },
  });

  connectedCallback() {
    super.connectedCallback();
    this.#records.start({ patientId: this.patientId });
  }

  render() {
    return html`
      <section aria-labelledby="records-title">
        <h2 id="records-title">${t('shell.records')}</h2>
        ${this.#records.render((items) => items.map((one) => this.#item(one)), html`<p class="muted">${t('staff.records.none')}</p>`)}
      </section>
    `;
  }

  #item(record) {
    return html`
      <details class="card">
        <summary>${shortMomentText(record.start, this.#providers.get(record.providerId)?.timeZone ?? ownZone())}: ${record.diagnosis ?? t('staff.record.unreadable')}</summary>
        <m-record .record=${record}></m-record>
      </details>
    `;
  }
}

customElements.define('m-patient-records', PatientRecords);
