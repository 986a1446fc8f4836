/** Times of visits on the provider's clock, and on one's own where that shows another time (R-TIME-6). */
import { html, nothing } from 'lit';
import { t } from '../core/i18n.js';
import { dayOf, dayText, momentText, ownZone, sameClock, timeText, zoneText } from '../core/time.js';

const FULL = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' };

/** The day of a visit where the provider is: "Tuesday, 24 November 2026". */
export const visitDay = ({ start, timeZone }) => dayText(dayOf(start, timeZone), FULL);

/** A day in few letters, with whatever of it `options` name. The Swahili names are shortened as people write them: their locale has no short ones. */
export const shortDay = (day, options) => dayText(day, { weekday: 'short', ...options }).replace(/^Juma(?=\p{L}{3})/u, 'J’');

/** From when to when on the provider's clock: "14:30–15:00"; "14:30" where only the start is known. */
export const visitHours = ({ start, end, timeZone }) =>
  end ? `${timeText(start, timeZone)}–${timeText(end, timeZone)}` : timeText(start, timeZone);

/** "Tuesday, 24 November 2026, 14:30–15:00", on the provider's clock. */
export const visitTime = (visit) => `${visitDay(visit)}, ${visitHours(visit)}`;

/** The same on one's own clock, "13:30–14:00 your time", where that shows another time (R-TIME-6); the day only where it is another one. */
export function ownTime({ start, end, timeZone }) {
  const zone = ownZone();
  if (sameClock(timeZone, zone, start)) {
    return nothing;
  }
  const hours = visitHours({ start, end, timeZone: zone });
  const day = dayOf(start, zone);
  const when = day === dayOf(start, timeZone) ? hours : `${shortDay(day)} ${hours}`;
  return html`<small class="own-time">${t('words.ownTime', { when })}</small>`;
}

/** "Tuesday, 24 November 2026 at 14:30" on the provider's clock, which is named where one's own shows another time (R-TIME-6). */
export function visitMoment({ start, timeZone }) {
  const moment = momentText(start, timeZone);
  return sameClock(timeZone, ownZone(), start) ? moment : `${moment}, ${zoneText(timeZone, start)}`;
}

/** The day of a visit where the provider is, and on one's own calendar where that has another (R-TIME-6). */
export function visitDays({ start, timeZone }) {
  const [theirs, own] = [visitDay({ start, timeZone }), visitDay({ start, timeZone: ownZone() })];
  return theirs === own ? theirs : html`${theirs} <small class="own-time">${t('words.ownTime', { when: own })}</small>`;
}

/** Whose clock it is: "Eastern Standard Time (GMT-5)". */
export const visitZone = ({ start, timeZone }) => zoneText(timeZone, start);
