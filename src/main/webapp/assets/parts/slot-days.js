/** Free times by day, as the slot picker shows them. */
import { api } from '../core/api.js';
import { dayOf, plusDays, startOfDay, today } from '../core/time.js';

/** Days that are shown at once. */
export const DAYS = 7;
/** The longest range that the API searches, in days. */
const FAR = 91;

/** The first day of the row that holds that day: rows begin today, whatever the weekday, for nothing before it can be booked. */
export function rowOf(day, zone) {
  const first = today(zone);
  const away = Math.max(0, Math.round((Date.parse(day) - Date.parse(first)) / 86_400_000));
  return plusDays(first, away - (away % DAYS));
}

/** The days of the row that begins with that one. */
export const daysOf = (row) => Array.from({ length: DAYS }, (_, index) => plusDays(row, index));

/** The free times of a row, `{day → [{start, end}]}`, with every day in it. */
export async function readRow({ zone, row, ...wanted }, signal) {
  const slots = await api.all('/slots', { ...wanted, from: startOfDay(row, zone), to: startOfDay(plusDays(row, DAYS), zone) }, { signal });
  const days = Object.fromEntries(daysOf(row).map((day) => [day, []]));
  slots.forEach((slot) => days[dayOf(slot.start, zone)]?.push(slot));
  return days;
}

/** The first day from that one on that has a free time, or null when there is none for three months. */
export async function nextFreeDay({ zone, from, ...wanted }, signal) {
  const range = { from: startOfDay(from, zone), to: startOfDay(plusDays(from, FAR), zone) };
  const { data } = await api.get('/slots', { ...wanted, ...range, limit: 1 }, { signal });
  return data.items.length ? dayOf(data.items[0].start, zone) : null;
}
