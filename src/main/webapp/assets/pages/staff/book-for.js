import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { api } from '../../core/api.js';
import { search } from '../../core/http.js';
import { t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { nameOf } from '../../core/people.js';
import { router } from '../../core/router.js';
import { session } from '../../core/session.js';
import { appointmentTypes } from '../../core/types.js';
import { dayOf } from '../../core/time.js';
import { Loading } from '../../core/work.js';
import { visitMoment } from '../../parts/when.js';
import '../../parts/book-for.js';

/** Books for a patient: providers in their own calendar, admins in any (R-BOOK-4). The address keeps what is chosen. */
class BookForPage extends Page {
  #booked = null;
  #reading = new Loading(this, async (signal) => {
    const one = async (path, id) => (id ? (await api.get(`${path}/${id}`, {}, { signal })).data : null);
    const [provider, patient, types] = await Promise.all([
      one('/providers', this.#providerId()),
      one('/patients', this.query.patient),
      appointmentTypes(),
    ]);
    return { provider, patient, types: [...types.values()] };
  });

  connectedCallback() {
    super.connectedCallback();
    this.#reading.start();
  }

  #providerId() {
    return session.user.role === 'provider' ? session.user.personId : this.query.provider;
  }

  #note(query) {
    this.query = query;
    router.note(query);
  }

  #chooseProvider({ detail }) {
    if (detail) {
      this.#note({ ...this.query, provider: detail.id, start: undefined });
      this.#reading.start();
    }
  }

  #done({ detail }) {
    this.#booked = detail;
    router.note({ provider: detail.providerId });
    this.requestUpdate();
    this.updateComplete.then(() => this.querySelector('h1').focus());
  }

  #another() {
    this.#booked = null;
    this.query = { provider: this.query.provider };
    this.#reading.start();
  }

  render() {
    return this.#booked
      ? this.#success(this.#booked)
      : html`
          <h1 tabindex="-1">${t('staff.book.title')}</h1>
          ${session.user?.role === 'admin' ? this.#choice() : nothing}
          ${this.#reading.render(({ provider, patient, types }) =>
            provider
              ? repeat(
                  [provider],
                  ({ id }) => id,
                  () => html`
                    <m-book-for
                      .provider=${provider}
                      .patient=${patient}
                      .types=${types}
                      .typeId=${this.query.type}
                      .start=${this.query.start}
                      @asked=${({ detail }) => router.note(detail)}
                      @booked=${this.#done}
                    ></m-book-for>
                  `,
                )
              : nothing,
          )}
        `;
  }

  #choice() {
    return html`
      <div class="narrow-field">
        <m-person-search
          of="providers"
          label=${t('staff.provider')}
          .person=${this.#reading.value?.provider ?? null}
          @choose=${this.#chooseProvider}
        ></m-person-search>
      </div>
    `;
  }

  #success({ providerId, patientId, start, timeZone }) {
    const { provider } = this.#reading.value;
    return html`
      <h1 tabindex="-1">${t('staff.booked')}</h1>
      <div class="note good">${nameOf(provider)}, ${visitMoment({ start, timeZone })}</div>
      <div class="actions">
        <a role="button" href=${`/app/calendar${search({ provider: providerId, date: dayOf(start, timeZone) })}`}>${t('staff.toCalendar')}</a>
        <a role="button" class="secondary" href="/app/patients/${patientId}">${t('staff.toPatient')}</a>
        <button type="button" class="secondary" @click=${this.#another}>${t('staff.another')}</button>
      </div>
    `;
  }
}

customElements.define('m-book-for-page', BookForPage);
