import { html, nothing } from 'lit';
import { api } from '../../core/api.js';
import { MiadiElement } from '../../core/element.js';
import { t } from '../../core/i18n.js';
import { nameOf, providers } from '../../core/people.js';
import { ownZone, shortMomentText } from '../../core/time.js';
import { Loading } from '../../core/work.js';

/** How many are shown: the export has all. */
const MOST = 20;

/** Tells a patient who opened their file in an emergency, and why (R-AUTH-13). */
class Emergencies extends MiadiElement {
  static properties = { patientId: { attribute: false } };

  #reading = new Loading(this, async (signal) => {
    const { items } = (await api.get(`/patients/${this.patientId}/emergencies`, { limit: MOST }, { signal })).data;
    return { items, known: await providers.find(items.map(({ providerId }) => providerId), { signal }) };
  });

  connectedCallback() {
    super.connectedCallback();
    this.#reading.start();
  }

  render() {
    return html`
      <section class="card" aria-labelledby="emergencies-title">
        <h2 id="emergencies-title">${t('profile.emergencies')}</h2>
        <p class="muted">${t('profile.emergencies.text')}</p>
        ${this.#reading.render(({ items, known }) => (items.length ? list(items, known) : html`<p>${t('profile.emergencies.none')}</p>`))}
      </section>
    `;
  }
}

const list = (items, known) => html`
  <ul class="plain">
    ${items.map(
      (one) => html`
        <li class="card">
          <p><strong dir="auto">${nameOf(known.get(one.providerId)) || nothing}</strong></p>
          <p dir="auto">${one.reason}</p>
          <p class="muted">${t('profile.emergencies.when', { from: moment(one.openedAt), to: moment(one.expiresAt) })}</p>
        </li>
      `,
    )}
  </ul>
`;

const moment = (instant) => shortMomentText(instant, ownZone());

customElements.define('m-emergencies', Emergencies);
