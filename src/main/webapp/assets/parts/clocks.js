/** Times of a provider's zone beside those of one's own, where the two clocks differ (R-TIME-6). */
import { html, nothing } from 'lit';
import { loadMessages, t } from '../core/i18n.js';
import { momentText, ownZone, sameClock, timeText, zoneText } from '../core/time.js';
import { ownTime } from './when.js';

await loadMessages(['slots']);

/** 14:30, and "13:30 your time" when the clocks differ. */
export const clock = (start, timeZone) =>
  html`<span class="clock">${timeText(start, timeZone)} ${ownTime({ start, timeZone })}</span>`;

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
