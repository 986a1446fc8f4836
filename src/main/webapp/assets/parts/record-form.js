import { html, nothing } from 'lit';
import { api } from '../core/api.js';
import { MiadiElement } from '../core/element.js';
import { refusedField } from '../core/forms.js';
import { t } from '../core/i18n.js';
import { holdUnsaved } from '../core/unsaved.js';
import { Doing } from '../core/work.js';
import './record.js';

/** How many characters each part of a record may have (R-REC-1). */
const LONGEST = 5000;

/** From how many characters on it is said how many are left. */
const CLOSE = 4000;

/**
 * The text of a record while it is written. What somebody else wrote meanwhile is shown beside it, and what was typed stays. Fires `saved` with the record, and
 * `discard`.
 */
class RecordForm extends MiadiElement {
  static properties = {
    appointmentId: { attribute: false },
    /** Of the version that is amended; none for the first one. */
    etag: { attribute: false },
    /** What the record says before; none for the first one. */
    text: { attribute: false },
  };

  #typed = {};
  #missing = false;
  #theirs = null;
  #saving = new Doing(this, () => this.#save());

  willUpdate(changed) {
    if (changed.has('appointmentId') || changed.has('text')) {
      this.#typed = Object.fromEntries(PARTS.map(({ name }) => [name, this.text?.[name] ?? '']));
      this.#theirs = null;
      holdUnsaved(this, false);
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    holdUnsaved(this, false);
  }

  get #changed() {
    return PARTS.some(({ name }) => this.#typed[name] !== (this.text?.[name] ?? ''));
  }

  #type(event) {
    this.#typed = { ...this.#typed, [event.target.name]: event.target.value };
    holdUnsaved(this, this.#changed);
    this.requestUpdate();
  }

  async #save() {
    const body = Object.fromEntries(PARTS.map(({ name }) => [name, this.#typed[name].trim() || null]));
    try {
      const { data } = await api.put(`/appointments/${this.appointmentId}/record`, body, { etag: this.etag });
      holdUnsaved(this, false);
      this.dispatchEvent(new CustomEvent('saved', { detail: data }));
    } catch (refusal) {
      await this.#newest(refusal);
    }
  }

  /** Somebody wrote it on another screen: theirs is shown, and saving again goes on from there. */
  async #newest(refusal) {
    if (!['stale', 'precondition-required', 'duplicate'].includes(refusal.slug)) {
      throw refusal;
    }
    const { data, etag } = await api.get(`/appointments/${this.appointmentId}/record`);
    this.etag = etag;
    this.#theirs = data;
  }

  #submit(event) {
    event.preventDefault();
    this.#missing = this.#typed.diagnosis.trim() === '';
    this.requestUpdate();
    if (this.#missing) {
      this.querySelector('#record-diagnosis').focus();
    } else {
      this.#saving.start();
    }
  }

  #discard() {
    this.#typed = Object.fromEntries(PARTS.map(({ name }) => [name, this.text?.[name] ?? '']));
    holdUnsaved(this, false);
    this.requestUpdate();
    this.dispatchEvent(new Event('discard'));
  }

  render() {
    return html`
      ${this.#theirs
        ? html`
            <div class="note warn" role="alert"><p>${t('record.stale')}</p></div>
            <div class="theirs card"><m-record .record=${this.#theirs}></m-record></div>
          `
        : nothing}
      <form novalidate @submit=${this.#submit}>
        ${PARTS.map((part) => this.#part(part))} ${this.#saving.note()}
        <div class="actions">
          <button type="submit" aria-busy=${this.#saving.slow}>${t('record.save')}</button>
          ${this.text || this.#changed
            ? html`<button type="button" class="secondary" @click=${this.#discard}>${t('record.discard')}</button>`
            : nothing}
          ${this.#changed ? html`<small class="muted">${t('record.unsaved')}</small>` : nothing}
        </div>
      </form>
    `;
  }

  #part({ name, label, rows, required }) {
    const id = `record-${name}`;
    const typed = this.#typed[name];
    const fault = (required && this.#missing && t('shell.fault.missing')) || refusedField(this.#saving.problem, name);
    const told = [fault && `${id}-fault`, typed.length > CLOSE && `${id}-left`].filter(Boolean).join(' ') || nothing;
    return html`
      <div class="field">
        <label for=${id}>${t(label)}${required ? nothing : html` <small>(${t('shell.optional')})</small>`}</label>
        <textarea
          id=${id}
          name=${name}
          rows=${rows}
          dir="auto"
          maxlength=${LONGEST}
          ?required=${required}
          .value=${typed}
          aria-describedby=${told}
          aria-invalid=${fault ? 'true' : nothing}
          @input=${this.#type}
        ></textarea>
        ${typed.length > CLOSE ? html`<small id="${id}-left">${t('record.left', { count: LONGEST - typed.length })}</small>` : nothing}
        ${fault ? html`<small id="${id}-fault" class="fault">${fault}</small>` : nothing}
      </div>
    `;
  }
}

const PARTS = [
  { name: 'diagnosis', label: 'record.diagnosis', rows: 2, required: true },
  { name: 'treatment', label: 'record.treatment', rows: 2 },
  { name: 'prescriptions', label: 'record.prescriptions', rows: 2 },
  { name: 'notes', label: 'record.notes', rows: 4 },
];

customElements.define('m-record-form', RecordForm);
