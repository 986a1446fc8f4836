import { html, nothing } from 'lit';
import { t } from '../../core/i18n.js';
import { Listing } from '../../core/listing.js';
import { Page } from '../../core/page.js';
import { dayOf, dayText } from '../../core/time.js';
import { statusBadge } from '../../parts/status.js';
import { ownTime, visitDay, visitHours } from '../../parts/when.js';
import { bookAgain } from './again.js';
import { Names } from './names.js';

/** A patient's visits: what comes, the next one first, and what was. */
class Visits extends Page {
  #names = new Names();
  #coming = new Listing(this, '/appointments', { prepare: this.#names.learn, limit: 20 });
  #past = new Listing(this, '/appointments', { prepare: this.#names.learn, limit: 20 });

  connectedCallback() {
    super.connectedCallback();
    const now = new Date().toISOString();
    this.#coming.start({ from: now, order: 'asc' });
    this.#past.start({ to: now, order: 'desc' });
  }

  render() {
    return html`
      <div class="heading">
        <h1>${t('shell.visits')}</h1>
        <a role="button" href="/app/find">${t('visit.book')}</a>
      </div>
      <section aria-labelledby="coming">
        <h2 id="coming">${t('visit.coming')}</h2>
        ${this.#coming.render((visits) => this.#ahead(visits), this.#nothingToCome())}
      </section>
      <section aria-labelledby="past">
        <h2 id="past">${t('visit.past')}</h2>
        ${this.#past.render((visits) => this.#cards(visits), html`<p class="muted">${t('visit.past.none')}</p>`)}
      </section>
    `;
  }

  /** What is cancelled does not come: it stands apart, until its time is over. */
  #ahead(visits) {
    const cancelled = visits.filter(({ status }) => status === 'cancelled');
    const coming = visits.filter(({ status }) => status !== 'cancelled');
    return html`
      ${coming.length ? this.#cards(coming) : this.#nothingToCome()}
      ${cancelled.length ? html`<h2>${t('words.status.cancelled')}</h2> ${this.#cards(cancelled)}` : nothing}
    `;
  }

  #nothingToCome() {
    return html`
      <div class="card empty">
        <p>${t('visit.coming.none')}</p>
        <p><a href="/app/find">${t('visit.coming.book')}</a></p>
      </div>
    `;
  }

  #cards(visits) {
    return html`<ul class="visits">
      ${visits.map((visit) => this.#card(visit))}
    </ul>`;
  }

  #card(visit) {
    const day = dayOf(visit.start, visit.timeZone);
    return html`
      <li>
        <a class="card visit-card ${visit.status}" href="/app/visits/${visit.id}">
          <span class="leaf" aria-hidden="true">
            <span>${dayText(day, { month: 'short' })}</span><strong>${dayText(day, { day: 'numeric' })}</strong>
          </span>
          <span class="what">
            <strong>${visitDay(visit)}</strong>
            <span>${visitHours(visit)} ${ownTime(visit)}</span>
            <span dir="auto">${this.#names.providerName(visit.providerId)}</span>
            <span class="muted" dir="auto">${[this.#names.type(visit.appointmentTypeId), this.#names.skill(visit.providerId)].filter(Boolean).join(' · ')}</span>
          </span>
          ${statusBadge(visit.status)}
        </a>
        ${visit.status === 'cancelled' && Date.parse(visit.start) > Date.now() ? html`<p class="actions">${bookAgain(visit)}</p>` : nothing}
      </li>
    `;
  }
}

customElements.define('m-visits', Visits);
