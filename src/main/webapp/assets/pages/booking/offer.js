/** A provider with the next free times, as the search shows it. */
import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { search } from '../../core/http.js';
import { t } from '../../core/i18n.js';
import { cadreOf, nameOf } from '../../core/people.js';
import { dayOf, timeText, today } from '../../core/time.js';
import { ownTime, shortDay } from '../../parts/when.js';
import { bookingOf } from './ways.js';

/** What a provider does, in a line. */
export const work = (provider) => [provider.specialization, cadreOf(provider)].filter(Boolean).join(' · ');

/**
 * @param {object} offer `{provider, times}`
 * @param {object} query of the search, to come back to: `type` that is to be booked, `what` providers do, and their `name`, as far as given
 */
export function offer({ provider, times }, { name, what, type }) {
  const all = `/app/times/${provider.id}${search({ name, what, type })}`;
  return html`
    <article class="card offer">
      <div>
        <h3>${nameOf(provider)}</h3>
        <p class="muted">${work(provider)}</p>
      </div>
      ${times.length
        ? html`<ul>
            ${repeat(times, ({ start }) => start, (slot) => html`<li>${time(slot, provider, { name, what, type })}</li>`)}
          </ul>`
        : html`<p>${t('find.offer.none')}</p>`}
      <p><a href=${all} aria-label=${t('find.offer.all.of', { name: nameOf(provider) })}>${t('find.offer.all')}</a></p>
    </article>
  `;
}

function time({ start }, provider, { name, what, type }) {
  const zone = provider.timeZone;
  const to = bookingOf(provider, start, type) ?? `/app/times/${provider.id}${search({ name, what, type, day: dayOf(start, zone) })}`;
  return html`
    <a
      role="button"
      class="secondary"
      href=${to}
      data-start=${start}
    >
      <small>${whichDay(start, zone)}</small> <strong>${timeText(start, zone)}</strong> ${ownTime({ start, timeZone: zone })}
      <span class="unseen">, ${nameOf(provider)}</span>
    </a>
  `;
}

/** Today, tomorrow, or the day. */
function whichDay(start, zone) {
  const day = dayOf(start, zone);
  return day === today(zone) ? t('find.today') : shortDay(day, { day: 'numeric', month: 'short' });
}
