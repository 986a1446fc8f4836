import { html, nothing } from 'lit';
import { api } from '../../core/api.js';
import { t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { nameOf, patients } from '../../core/people.js';
import { session } from '../../core/session.js';
import { Loading } from '../../core/work.js';
import { back } from '../../parts/back.js';
import { visitMoment } from '../../parts/when.js';
import { daysText, stretches, timeText } from './absence.js';
import { Settling } from './settling.js';

/** The longest appointment there is, in milliseconds: one that began so long before the absence may still run into it. */
const LONGEST_MILLIS = 86_400_000;

/**
 * The appointments that lie in an absence, or all of a provider that lie outside working time (R-AVAIL-4), and for each a way out: another time or
 * provider, cancelling, or leaving it as it is.
 */
class Stranded extends Page {
  #outcomes = new Map();
  #settling = new Settling(this, (appointment, outcome) => this.#settled(appointment, outcome));
  #reading = new Loading(this, (signal) => this.#read(signal));

  connectedCallback() {
    super.connectedCallback();
    this.#reading.start();
  }

  async #read(signal) {
    return this.params.id ? this.#readAbsence(signal) : this.#readAll(signal);
  }

  async #readAll(signal) {
    const id = session.user.role === 'provider' ? session.user.personId : this.query.provider;
    if (!id) {
      return null;
    }
    const [{ data: provider }, appointments] = await Promise.all([
      api.get(`/providers/${id}`, {}, { signal }),
      api.all(`/providers/${id}/stranded`, {}, { signal }),
    ]);
    return this.#with({ absence: null, provider, appointments }, signal);
  }

  async #with(found, signal) {
    const [known, types] = await Promise.all([
      patients.find(found.appointments.map(({ patientId }) => patientId), { signal }),
      api.all('/appointment-types', {}, { signal }),
    ]);
    return { ...found, known, types: new Map(types.map((type) => [type.id, type])) };
  }

  async #readAbsence(signal) {
    const { data: absence } = await api.get(`/exceptions/${this.params.id}`, {}, { signal });
    const { data: provider } = await api.get(`/providers/${absence.providerId}`, {}, { signal });
    const parts = stretches(absence, provider.timeZone);
    const from = new Date(parts[0].start - LONGEST_MILLIS).toISOString();
    const to = new Date(parts.at(-1).end).toISOString();
    const near = await api.all('/appointments', { providerId: provider.id, from, to }, { signal });
    const within = near.filter((one) => parts.some(({ start, end }) => Date.parse(one.start) < end && Date.parse(one.end) > start));
    const appointments = within.filter((one) => isActive(one) || isSettledBy(one, absence));
    appointments.filter((one) => !isActive(one)).forEach((one) => this.#outcomes.set(one.id, { text: t('hours.outcome.cancelled') }));
    return this.#with({ absence, provider, appointments }, signal);
  }

  async #settled(appointment, outcome) {
    this.#outcomes.set(appointment.id, outcome);
    this.requestUpdate();
    await this.updateComplete;
    const next = this.querySelector('.stranded li[data-open] button') ?? this.querySelector('.stranded-done a');
    next?.focus();
  }

  render() {
    return html`
      ${back(this.#back(), t('hours.stranded.done'))}
      <h1>${t(this.params.id ? 'hours.stranded' : 'stranded.title')}</h1>
      ${this.#reading.render((found) => (found ? this.#content(found) : nothing))} ${this.#settling.render(this.#reading.value)}
    `;
  }

  #back() {
    const provider = this.#reading.value?.provider;
    return session.user?.role === 'admin' && provider ? `/app/hours?provider=${provider.id}` : '/app/hours';
  }

  #content(found) {
    const { absence, provider, appointments } = found;
    const settled = appointments.filter(({ id }) => this.#outcomes.has(id)).length;
    return html`
      <p class="lead">${nameOf(provider)}${absence ? html`: ${timeText(absence)}, ${daysText(absence)}` : nothing}</p>
      ${appointments.length === 0
        ? html`<div class="note good">${t(absence ? 'hours.stranded.none' : 'stranded.none')}</div>`
        : this.#progress(settled, appointments.length)}
      <ul class="stranded">
        ${appointments.map((one) => this.#item(one, found))}
      </ul>
      ${appointments.length > 0 && settled === appointments.length
        ? html`<p class="stranded-done"><a role="button" href=${this.#back()}>${t('hours.stranded.done')}</a></p>`
        : nothing}
    `;
  }

  #progress(settled, count) {
    return html`
      <div class="settled">
        <span id="settled-text" role="status">${t('hours.settled', { settled, count })}</span>
        <meter aria-labelledby="settled-text" value=${settled} max=${count}></meter>
      </div>
    `;
  }

  #item(appointment, { provider, known, types }) {
    const outcome = this.#outcomes.get(appointment.id);
    const patient = known.get(appointment.patientId);
    const type = types.get(appointment.appointmentTypeId);
    return html`
      <li class="card" ?data-open=${!outcome}>
        <p>
          <strong>${visitMoment({ ...appointment, timeZone: provider.timeZone })}</strong>
        </p>
        <p>
          <a href="/app/patients/${appointment.patientId}">${nameOf(patient)}</a>
          ${patient?.phone ? html` · <a href="tel:${patient.phone.replace(/[^+\d]/g, '')}">${patient.phone}</a>` : nothing}
          ${type ? html` · ${type.name}` : nothing}
        </p>
        ${outcome ? html`<p class="note good">${outcome.text}</p>` : this.#ways(appointment, patient)}
      </li>
    `;
  }

  #ways(appointment, patient) {
    const who = html`<span class="unseen"> ${nameOf(patient)}</span>`;
    const leave = () => this.#settled(appointment, { text: t('hours.outcome.left') });
    return html`
      <div class="actions">
        <button type="button" @click=${() => this.#settling.move(appointment)}>${t('hours.move')}${who}</button>
        <button type="button" class="secondary" @click=${() => this.#settling.cancel(appointment)}>${t('hours.cancel')}${who}</button>
        <button type="button" class="secondary" @click=${leave}>${t('hours.leave')}${who}</button>
      </div>
    `;
  }
}

const isActive = ({ status }) => status === 'scheduled' || status === 'checked_in';

/** Whether it was cancelled after the absence had been planned. */
const isSettledBy = ({ status, updatedAt }, absence) => status === 'cancelled' && updatedAt >= absence.createdAt;

customElements.define('m-stranded', Stranded);
