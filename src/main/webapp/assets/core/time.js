/** Instants, days and zones, for people (R-TIME-1, -2, -4). Instants are RFC 3339 texts or `Date`s; days are `YYYY-MM-DD` texts. */
import { locale } from './i18n.js';

const formats = new Map();

/** The zone of whoever looks. */
export const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

function format(options) {
  const name = locale() + JSON.stringify(options);
  if (!formats.has(name)) {
    formats.set(name, new Intl.DateTimeFormat(locale(), options));
  }
  return formats.get(name);
}

const date = (instant) => (instant instanceof Date ? instant : new Date(instant));

/** 14:30 */
export const timeText = (instant, zone) =>
  format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }).format(date(instant));

/** Tuesday, 24 November 2026 */
export const dateText = (instant, zone) => format({ dateStyle: 'full', timeZone: zone }).format(date(instant));

/** 24 Nov 2026 */
export const shortDateText = (instant, zone) => format({ dateStyle: 'medium', timeZone: zone }).format(date(instant));

/** Tuesday, 24 November 2026 at 14:30 */
export const momentText = (instant, zone) =>
  format({ dateStyle: 'full', timeStyle: 'short', hourCycle: 'h23', timeZone: zone }).format(date(instant));

/** 24 Nov 2026, 14:30 */
export const shortMomentText = (instant, zone) =>
  format({ dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23', timeZone: zone }).format(date(instant));

/** The text of a day that belongs to no zone: a birthday, the day a cover ends. */
export const dayText = (day, options = { dateStyle: 'medium' }) =>
  format({ ...options, timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`));

/** The text of some days in a row, as the language puts it: "23–29 November 2026", "December 7 – 13, 2026". */
export const daysText = (first, last) =>
  format({ dateStyle: 'long', timeZone: 'UTC' }).formatRange(new Date(`${first}T12:00:00Z`), new Date(`${last}T12:00:00Z`));

/** The zone's name and its offset at that instant: "East Africa Time (GMT+3)". */
export function zoneText(zone, instant = new Date()) {
  const [name, offset] = [zonePart(zone, 'long', instant), offsetText(zone, instant)];
  return name === offset ? `${zone.split('/').pop().replaceAll('_', ' ')} (${offset})` : `${name} (${offset})`;
}

/** The zone's offset at that instant: "GMT+3". */
export const offsetText = (zone, instant) => zonePart(zone, 'shortOffset', instant);

const zonePart = (zone, style, instant) =>
  format({ timeZone: zone, timeZoneName: style })
    .formatToParts(date(instant))
    .find((one) => one.type === 'timeZoneName').value;

/** Whether the two zones' clocks show the same at that instant. */
export const sameClock = (zone, other, instant = new Date()) => wall(instant, zone) === wall(instant, other);

const clocks = new Map();

/** The parts of a wall clock in that zone; one formatter for each zone, because making one costs more than a hundred uses. */
function clock(zone) {
  if (!clocks.has(zone)) {
    const digits = { month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' };
    clocks.set(zone, new Intl.DateTimeFormat('en-CA', { timeZone: zone, hourCycle: 'h23', year: 'numeric', ...digits }));
  }
  return clocks.get(zone);
}

/** `2026-11-24T14:30` as a clock in that zone shows it. */
export function wall(instant, zone) {
  const parts = {};
  for (const { type, value } of clock(zone).formatToParts(date(instant))) {
    parts[type] = value;
  }
  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}`;
}

/** The day of an instant in that zone, `YYYY-MM-DD`. */
export const dayOf = (instant, zone) => wall(instant, zone).slice(0, 10);

/** Today in that zone. */
export const today = (zone) => dayOf(new Date(), zone);

/** That many days later; earlier when negative. */
export function plusDays(day, days) {
  const moved = new Date(`${day}T12:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (day) => new Date(`${day}T12:00:00Z`).getUTCDay() || 7;

/**
 * The instant at which a clock in that zone shows that day and time, as the API takes it. A time that a clock change skips is moved forward by the
 * gap; of one that occurs twice the first is meant (R-TIME-2).
 */
export function instantOf(day, time, zone) {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  const offsetAt = (millis) => Date.parse(`${wall(new Date(millis), zone)}:00Z`) - Math.floor(millis / 60_000) * 60_000;
  const before = offsetAt(wanted - 86_400_000);
  const after = offsetAt(wanted + 86_400_000);
  const candidates = [wanted - before, wanted - after].filter((millis) => millis + offsetAt(millis) === wanted);
  return new Date(candidates.length ? Math.min(...candidates) : wanted - before).toISOString();
}

/** The instant at which that day begins there: midnight, or the first minute after a gap over midnight. */
export const startOfDay = (day, zone) => instantOf(day, '00:00', zone);
