import { html } from 'lit';
import { announce } from '../../core/announce.js';
import { api } from '../../core/api.js';
import { entries, field } from '../../core/forms.js';
import { t } from '../../core/i18n.js';
import { nameOf, patients } from '../../core/people.js';
import { router } from '../../core/router.js';
import { Doing } from '../../core/work.js';
import { Modal } from '../../parts/modal.js';

/** Erases a patient for good, once the patient's number has been typed: nothing brings it back. */
export class Erasing {
  #host;
  #modal;
  #fault;
  #erasing;

  constructor(host) {
    this.#host = host;
    this.#modal = new Modal(host);
    this.#erasing = new Doing(host, async ({ patient, etag }) => {
      await api.remove(`/patients/${patient.id}`, { etag });
      patients.forget(patient.id);
      this.#modal.close();
      announce(t('staff.erased'));
      router.go('/app/patients', { replace: true });
    });
  }

  button(patient, etag) {
    const open = () => {
      this.#fault = undefined;
      this.#erasing.clear();
      this.#modal.open({ patient, etag });
    };
    return html`
      <section class="erasing" aria-labelledby="erase-title">
        <h2 id="erase-title">${t('staff.erase')}</h2>
        <p class="muted">${t('staff.erase.text')}</p>
        <button type="button" class="danger" @click=${open}>${t('staff.erase.begin')}</button>
      </section>
    `;
  }

  #submit(event, about) {
    event.preventDefault();
    const typed = entries(event.target).number?.toUpperCase();
    this.#fault = typed === about.patient.patientNumber ? undefined : t('staff.erase.fault', { number: about.patient.patientNumber });
    this.#host.requestUpdate();
    if (!this.#fault) {
      this.#erasing.start(about);
    }
  }

  render() {
    return this.#modal.render('erasing-title', t('staff.erase'), (about) => this.#form(about));
  }

  #form(about) {
    const { patient } = about;
    return html`
      <p>${t('staff.erase.what', { name: nameOf(patient) })}</p>
      <form novalidate @submit=${(event) => this.#submit(event, about)}>
        ${field({ id: 'erase-number', name: 'number', label: t('staff.erase.number', { number: patient.patientNumber }), fault: this.#fault })}
        ${this.#erasing.note()}
        <button type="submit" class="wide danger" aria-busy=${this.#erasing.slow}>${t('staff.erase.do')}</button>
      </form>
    `;
  }
}
