import { html } from 'lit';
import { announce } from '../core/announce.js';
import { api } from '../core/api.js';
import { Form } from '../core/forms.js';
import { t } from '../core/i18n.js';
import { patients } from '../core/people.js';
import { Doing } from '../core/work.js';
import { Modal } from './modal.js';
import { birthField, personFaults, personOf } from './person-fields.js';

/**
 * Opens the file of a patient whom a provider does not see, in an emergency (R-AUTH-13): by two of what tells them from all others, and a reason. It says
 * before what will be recorded. @param {(patient) => void} opened what follows
 */
export class BreakGlass {
  #modal;
  #form;
  #opening;

  constructor(host, opened) {
    this.#modal = new Modal(host);
    this.#opening = new Doing(host, async (given) => {
      const { data } = await api.post('/patients/break-glass', bodyOf(given));
      patients.forget(data.patient.id);
      this.#modal.close();
      announce(t('staff.emergency.opened'));
      opened(data.patient);
    });
    this.#form = new Form(host, this.#opening, { check: faults });
  }

  open() {
    this.#form.clear();
    this.#modal.open();
  }

  /** What opens it, where nobody is found. */
  button() {
    return html`<button type="button" class="secondary" @click=${() => this.open()}>${t('staff.emergency')}</button>`;
  }

  render() {
    return this.#modal.render('emergency-title', t('staff.emergency'), () => this.#draw());
  }

  #draw() {
    const fields = [
      { name: 'patientNumber', label: t('staff.number'), maxlength: 40, required: false },
      { name: 'nationalId', label: t('staff.nationalId'), maxlength: 40, required: false },
      { name: 'phone', label: t('account.phone'), type: 'tel', maxlength: 30, required: false },
      birthField(null, { required: false }),
      { name: 'reason', label: t('staff.emergency.reason'), rows: 3, minlength: LEAST_REASON, maxlength: 500 },
    ];
    return html`
      <p class="note warn">${t('staff.emergency.text')}</p>
      <form novalidate @submit=${this.#form.submit}>
        <p class="muted">${t('staff.emergency.two')}</p>
        ${fields.map((one) => this.#form.field({ ...one, id: `emergency-${one.name}` }))}
        ${this.#opening.problem?.slug === 'not-found' ? html`<p class="note problem" role="alert">${t('staff.emergency.nobody')}</p>` : this.#opening.note()}
        <button type="submit" class="wide danger" aria-busy=${this.#opening.slow}>${t('staff.emergency.do')}</button>
      </form>
    `;
  }
}

const LEAST_REASON = 10;
const IDENTIFIERS = ['patientNumber', 'nationalId', 'phone', 'dateOfBirth'];

function faults(given) {
  const body = bodyOf(given);
  const enough = IDENTIFIERS.filter((name) => body[name]).length >= 2;
  return {
    ...personFaults({ ...given, firstName: ' ' }),
    ...(!enough && { patientNumber: t('staff.emergency.two') }),
    ...((given.reason?.length ?? 0) < LEAST_REASON && { reason: t('shell.fault.short', { count: LEAST_REASON }) }),
  };
}

const bodyOf = (given) => Object.fromEntries(Object.entries(personOf(given)).filter(([, value]) => value));
