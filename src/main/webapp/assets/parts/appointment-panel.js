import { html, nothing } from 'lit';
import { announce } from '../core/announce.js';
import { api } from '../core/api.js';
import { MiadiElement } from '../core/element.js';
import { t } from '../core/i18n.js';
import { nameOf, patients, providers } from '../core/people.js';
import { session } from '../core/session.js';
import { dateText, ownZone, sameClock, zoneText } from '../core/time.js';
import { Loading } from '../core/work.js';
import { statusBadge, statusText } from './status.js';
import { ownTime, visitHours } from './when.js';
import './appointment-actions.js';
import './appointment-history.js';
import './visit-record.js';

/**
 * An appointment as staff see it: who comes, when and why, what can be done with it, its history, and its record beside it. Fires `shown` with the
 * appointment when it was read, `changed` after every change, and `close` when it stands beside something and is to go. Texts: areas `calendar` and `record`.
 */
class AppointmentPanel extends MiadiElement {
  static properties = {
    appointmentId: { attribute: false },
    /** When it last changed, as far as whoever shows the panel knows: when that is news, it is read again. */
    changedAt: { attribute: false },
    /** The provider's zone, as far as they know: it is read again as well when that is another one meanwhile (R-TIME-6). */
    zone: { attribute: false },
    /** Whether it stands beside something and can be closed. */
    beside: { type: Boolean },
  };

  #reading = new Loading(this, (signal) => read(this.appointmentId, signal));

  willUpdate(changed) {
    if (changed.has('appointmentId')) {
      this.#reading.value = undefined;
      this.#begin();
    } else if ((changed.has('changedAt') && this.#isNews(this.changedAt)) || (changed.has('zone') && this.#isElsewhere)) {
      this.#reading.start();
    }
  }

  #isNews(changedAt) {
    const known = this.#reading.value?.appointment.updatedAt;
    return known && changedAt && changedAt !== known;
  }

  get #isElsewhere() {
    const known = this.#reading.value?.appointment.timeZone;
    return known && this.zone && this.zone !== known;
  }

  /** Beside a calendar the focus goes to what one most likely came for: the next step, or the name. */
  async #begin() {
    await this.#reading.start();
    await this.updateComplete;
    if (this.#reading.value) {
      this.dispatchEvent(new CustomEvent('shown', { detail: this.#reading.value.appointment }));
    }
    if (this.beside && this.#reading.value) {
      await this.querySelector('m-appointment-actions').updateComplete;
      (this.querySelector('[data-next]') ?? this.querySelector('h2'))?.focus({ preventScroll: true });
    }
  }

  /** After a change, or after somebody else's: as it stands now. */
  async #changed({ detail: { appointment, etag } }) {
    const { status: before } = this.#reading.value.appointment;
    this.#reading.value = { ...this.#reading.value, appointment, etag };
    this.requestUpdate();
    await this.updateComplete;
    if (appointment.status !== before) {
      announce(statusText(appointment.status));
    }
    this.querySelector('h2').focus({ preventScroll: true });
    this.dispatchEvent(new CustomEvent('changed', { detail: appointment }));
  }

  #key(event) {
    if (event.key === 'Escape' && this.beside && !event.defaultPrevented && !event.target.closest('dialog')) {
      this.dispatchEvent(new Event('close'));
    }
  }

  render() {
    return html`
      <div class="appointment" @keydown=${this.#key}>
        ${this.beside ? this.#closing() : nothing} ${this.#reading.render((value) => this.#content(value))}
      </div>
    `;
  }

  #closing() {
    return html`
      <button type="button" class="close" aria-label=${t('shell.close')} @click=${() => this.dispatchEvent(new Event('close'))}>✕</button>
    `;
  }

  #content({ appointment, etag, patient, provider, type, cover, correctionHours }) {
    const attending = session.user.personId === appointment.providerId;
    return html`
      <div class="appointment-visit">
        <header>
          <h2 tabindex="-1">${nameOf(patient) || t('calendar.unknown')}</h2>
          ${statusBadge(appointment.status)}
        </header>
        <m-appointment-actions
          .appointment=${appointment}
          .etag=${etag}
          .patientName=${nameOf(patient)}
          .correctionHours=${correctionHours}
          @changed=${this.#changed}
        ></m-appointment-actions>
        <dl class="facts">
          ${fact(t('calendar.fact.when'), when(appointment))} ${attending ? nothing : fact(t('calendar.fact.provider'), nameOf(provider))}
          ${fact(t('calendar.fact.type'), type?.name)} ${fact(t('calendar.fact.reason'), appointment.reason)}
          ${fact(t('calendar.fact.phone'), patient?.phone && html`<a href="tel:${patient.phone}">${patient.phone}</a>`)}
          ${fact(t('calendar.fact.number'), patient && html`<a href="/app/patients/${patient.id}">${patient.patientNumber}</a>`)}
          ${fact(t('calendar.fact.cover'), cover && `${cover.insurer}, ${cover.policyNumber}`)}
        </dl>
        <m-appointment-history .appointment=${appointment}></m-appointment-history>
        ${this.beside ? html`<p><a href="/app/appointments/${appointment.id}">${t('calendar.page')}</a></p>` : nothing}
      </div>
      <m-visit-record .appointment=${appointment}></m-visit-record>
    `;
  }
}

const fact = (label, value) => (value ? html`<dt>${label}</dt><dd dir="auto">${value}</dd>` : nothing);

function when({ start, end, timeZone }) {
  return html`${dateText(start, timeZone)}, ${visitHours({ start, end, timeZone })}
  ${sameClock(timeZone, ownZone(), start)
    ? nothing
    : html`<br /><small class="muted">${zoneText(timeZone, start)} · </small>${ownTime({ start, timeZone })}`}`;
}

async function read(id, signal) {
  const { data: appointment, etag } = await api.get(`/appointments/${id}`, {}, { signal });
  const { patientId, providerId, appointmentTypeId, insuranceId } = appointment;
  const [people, attending, types, covers, config] = await Promise.all([
    patients.find([patientId], { signal }),
    providers.find([providerId], { signal }),
    appointmentTypeId ? api.all('/appointment-types', {}, { signal }) : [],
    insuranceId ? api.all(`/patients/${patientId}/insurance`, {}, { signal }) : [],
    api.get('/config', {}, { signal }),
  ]);
  return {
    appointment,
    etag,
    patient: people.get(patientId),
    provider: attending.get(providerId),
    type: types.find((one) => one.id === appointmentTypeId),
    correctionHours: config.data.defaults.correctionHours,
    cover: covers.find((one) => one.id === insuranceId),
  };
}

customElements.define('m-appointment-panel', AppointmentPanel);
