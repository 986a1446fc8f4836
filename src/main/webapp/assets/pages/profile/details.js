import { html, nothing } from 'lit';
import { announce } from '../../core/announce.js';
import { api } from '../../core/api.js';
import { MiadiElement } from '../../core/element.js';
import { Form } from '../../core/forms.js';
import { t } from '../../core/i18n.js';
import { session } from '../../core/session.js';
import { Doing, Loading } from '../../core/work.js';
import { genderOptions } from '../../parts/genders.js';
import { birthField, nameFields, personFaults, personOf } from '../../parts/person-fields.js';

/**
 * What the clinic knows of a patient, to correct. What somebody else corrected meanwhile is shown, not written over (R-BOOK-11). Another address is what
 * they sign in with from then on (R-PERS-5): it takes the password, and `renamed` says that it is done.
 */
class OwnDetails extends MiadiElement {
  static properties = { patientId: { attribute: false } };

  #told = null;
  #moves = false;
  #reading = new Loading(this, (signal) => api.get(`/patients/${this.patientId}`, {}, { signal }));
  #saving = new Doing(this, async ({ currentPassword, ...typed }) => {
    const given = personOf(typed);
    this.#told = null;
    try {
      const body = currentPassword ? { ...given, currentPassword } : given;
      this.#reading.value = await api.put(`/patients/${this.patientId}`, body, { etag: this.#reading.value.etag });
      if (this.#moves) {
        await this.#moved();
      }
      this.#told = 'shell.saved';
      announce(t('shell.saved'));
    } catch (refusal) {
      if (refusal.slug !== 'stale') {
        throw refusal;
      }
      await this.#reading.start();
      this.#told = this.#isAsGiven(given) ? 'shell.saved' : 'shell.stale';
    }
  });

  #form = new Form(this, this.#saving, { check: personFaults });

  connectedCallback() {
    super.connectedCallback();
    this.#reading.start();
  }

  async #moved() {
    this.#moves = false;
    await session.renew().catch(() => {}); // it is saved, whatever the name in the head says
    this.dispatchEvent(new Event('renamed'));
  }

  #typed = ({ currentTarget }) => {
    const moves = (currentTarget.elements.email.value.trim() || null) !== this.#reading.value.data.email;
    if (moves !== this.#moves) {
      this.#moves = moves;
      this.requestUpdate();
    }
  };

  /** An answer that got lost has saved it all the same. */
  #isAsGiven(given) {
    return Object.entries(given).every(([name, value]) => this.#reading.value.data[name] === value);
  }

  render() {
    return html`
      <section class="card" aria-labelledby="details-title">
        <h2 id="details-title">${t('profile.details')}</h2>
        ${this.#reading.render(({ data }) => this.#draw(data))}
      </section>
    `;
  }

  #draw(patient) {
    const one = (name, label, more) => this.#form.field({ name, label, value: patient[name] ?? '', required: false, ...more });
    const claimed = (name) => (patient[name] && !patient.confirmed[name] ? t(CLAIMS[name]) : undefined);
    return html`
      <p class="muted">${t('profile.number', { number: patient.patientNumber })}</p>
      ${this.#told === 'shell.stale' ? html`<div class="note warn" role="alert">${t(this.#told)}</div>` : nothing}
      <form novalidate @submit=${this.#form.submit} @input=${this.#typed}>
        ${nameFields(patient).map((name) => this.#form.field(name))}
        ${this.#form.field(birthField(patient, { required: Boolean(patient.dateOfBirth), autocomplete: 'bday' }))}
        ${one('gender', t('profile.gender'), { options: genderOptions() })}
        ${one('phone', t('account.phone'), { type: 'tel', maxlength: 30, autocomplete: 'tel', hint: claimed('phone') ?? t('account.phone.hint') })}
        ${one('email', t('account.email'), { type: 'email', maxlength: 254, autocomplete: 'email', hint: claimed('email') })} ${this.#moves ? this.#password() : nothing}
        ${one('nationalId', t('profile.nationalId'), { maxlength: 40, hint: claimed('nationalId') })}
        ${this.#saving.note()} ${this.#told === 'shell.saved' ? html`<div class="note good">${t(this.#told)}</div>` : nothing}
        <button type="submit" aria-busy=${this.#saving.slow}>${t('shell.save')}</button>
      </form>
    `;
  }

  #password() {
    const refused = this.#saving.problem?.faultOf('currentPassword');
    return this.#form.field({
      name: 'currentPassword',
      id: 'field-address-password',
      label: t('profile.address.password'),
      type: 'password',
      autocomplete: 'current-password',
      maxlength: 128,
      required: false,
      plain: true,
      hint: t('profile.address.hint'),
      fault: refused && t('profile.password.wrong'),
    });
  }
}

/** What is not confirmed yet, and what shows it (R-PERS-2). */
const CLAIMS = { phone: 'profile.claim.phone', email: 'profile.claim.email', nationalId: 'profile.claim.nationalId' };

customElements.define('m-own-details', OwnDetails);
