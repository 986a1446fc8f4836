/** Times of a provider's zone beside those of one's own, where the two clocks differ (R-TIME-6). */
import { html, nothing } from 'lit';
import { loadMessages, t } from '../core/i18n.js';
import { dayOf, dayText, momentText, ownZone, sameClock, timeText, zoneText } from '../core/time.js';

await loadMessages(['slots']);

/** A day in few letters, with whatever of it `options` name. The Swahili names are shortened as people write them: their locale has no short ones. */
export const shortDay = (day, options) => dayText(day, { weekday: 'short', ...options }).replace(/^Juma(?=\p{L}{3})/u, 'J’');

/** What one's own clock shows then, with the day where that is another one; null when both show the same. */
export function ownTime(instant, zone) {
  if (sameClock(zone, ownZone(), instant)) {
    return null;
  }
  const [own, theirs] = [dayOf(instant, ownZone()), dayOf(instant, zone)];
  const time = timeText(instant, ownZone());
  return t('slots.own', { time: own === theirs ? time : `${shortDay(own)} ${time}` });
}

/** 14:30, and "13:30 your time" when the clocks differ. */
export function clock(instant, zone) {
  const own = ownTime(instant, zone);
  return html`<span class="clock">${timeText(instant, zone)}${own ? html` <small>${own}</small>` : nothing}</span>`;
}

/** The whole moment in words with its zone, and in one's own when the clocks differ. */
export function moment(instant, zone) {
  const own = ownZone();
  return html`
    <strong class="big">${momentText(instant, zone)}</strong>
    <span class="zone">${zoneText(zone, instant)}</span>
    ${sameClock(zone, own, instant)
      ? nothing
      : html`<span class="zone">${t('slots.own.moment', { moment: momentText(instant, own), zone: zoneText(own, instant) })}</span>`}
  `;
}

/** Whose clock a field means, or a list of times. */
export const zoneNote = (instant, zone) => t('slots.zone', { zone: zoneText(zone, instant) });

/** Which zones the times near that instant are meant in. */
export const zones = (instant, zone) =>
  sameClock(zone, ownZone(), instant)
    ? zoneNote(instant, zone)
    : t('slots.zones', { zone: zoneText(zone, instant), own: zoneText(ownZone(), instant) });
