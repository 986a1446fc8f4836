import { html, nothing } from 'lit';
import { api } from '../core/api.js';
import { MiadiElement } from '../core/element.js';
import { t } from '../core/i18n.js';
import { ownZone, shortMomentText } from '../core/time.js';
import { Loading } from '../core/work.js';

/** A medical record, to read: what it says now, and on demand what it said before (R-REC-3). Texts: area `record`. */
class RecordView extends MiadiElement {
  static properties = {
    /** As the API answers it. */
    record: { attribute: false },
  };

  #versions = new Loading(this, (signal) => api.all(`/records/${this.record.id}/versions`, {}, { signal }));

  willUpdate(changed) {
    const before = changed.get('record');
    if (before && (before.id !== this.record.id || before.version !== this.record.version)) {
      this.#versions.value = undefined;
      const open = this.querySelector('details')?.open;
      if (open) {
        this.#versions.start();
      }
    }
  }

  render() {
    return this.record
      ? html`${written(this.record)}
          <p class="muted"><small>${t('record.written', { at: shortMomentText(this.record.updatedAt, ownZone()) })}</small></p>
          ${this.record.version > 1 ? this.#earlier() : nothing}`
      : nothing;
  }

  #earlier() {
    const read = (event) => event.target.open && this.#versions.value === undefined && this.#versions.start();
    return html`
      <details class="versions" @toggle=${read}>
        <summary>${t('record.earlier', { count: this.record.version - 1 })}</summary>
        ${this.#versions.render((all) =>
          all
            .filter(({ version }) => version < this.record.version)
            .reverse()
            .map(
              (one) => html`
                <div class="version">
                  <p><strong>${t('record.version', { number: one.version, at: shortMomentText(one.writtenAt, ownZone()) })}</strong></p>
                  ${written(one)}
                </div>
              `,
            ),
        )}
      </details>
    `;
  }
}

const PARTS = [
  ['diagnosis', 'record.diagnosis'],
  ['treatment', 'record.treatment'],
  ['prescriptions', 'record.prescriptions'],
  ['notes', 'record.notes'],
];

const written = (record) =>
  record.readable
    ? html`<dl class="record">
        ${PARTS.filter(([name]) => record[name]).map(
          ([name, label]) => html`<dt>${t(label)}</dt><dd class="lines" dir="auto">${record[name]}</dd>`,
        )}
      </dl>`
    : html`<p class="note warn">${t('record.unreadable')}</p>`;

customElements.define('m-record', RecordView);
