import { html } from 'lit';
import { api } from '../../core/api.js';
import { MiadiElement } from '../../core/element.js';
import { locale, t } from '../../core/i18n.js';
import { nameOf, providers } from '../../core/people.js';
import { dayOf, today } from '../../core/time.js';
import { Loading } from '../../core/work.js';
import { moment } from '../../parts/clocks.js';
import '../../parts/add-to-calendar.js';

/** A patient's next visit, with how many days are left; or that there is none. */
class NextVisit extends MiadiElement {
  #reading = new Loading(this, async (signal) => {
    const asked = { from: new Date().toISOString(), status: 'scheduled', limit: 1 };
    const visit = (await api.get('/appointments', asked, { signal })).data.items[0] ?? null;
    const known = visit && (await providers.find([visit.providerId], { signal }));
    return { visit, provider: known?.get(visit.providerId) };
  });

  connectedCallback() {
    super.connectedCallback();
    this.#reading.start();
  }

  render() {
    return this.#reading.render(({ visit, provider }) => (visit ? this.#card(visit, provider) : html`<p class="card">${t('find.next.none')}</p>`));
  }

  #card(visit, provider) {
    const { id, start, timeZone } = visit;
    return html`
      <section class="card next-visit" aria-labelledby="next-visit-title">
        <h2 id="next-visit-title">${t('find.next', { when: inDays(start, timeZone) })}</h2>
        <p>${moment(start, timeZone)}</p>
        <p>${nameOf(provider)}</p>
        <p class="actions">
          <a role="button" href="/app/visits/${id}">${t('find.next.see')}</a>
          <m-add-to-calendar .appointment=${visit}></m-add-to-calendar>
        </p>
      </section>
    `;
  }
}

/** Today, tomorrow, in 12 days: counted in days of the provider's zone (R-TIME-4). */
function inDays(start, zone) {
  const days = Math.round((Date.parse(dayOf(start, zone)) - Date.parse(today(zone))) / 86_400_000);
  return new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' }).format(days, 'day');
}

customElements.define('m-next-visit', NextVisit);
