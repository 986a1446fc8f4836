/** Free times by day, as the slot picker shows them. */
import { api } from '../core/api.js';
import { dayOf, plusDays, startOfDay, timeText, today, weekdayOf } from '../core/time.js';

/** Days that are shown at once. */
export const DAYS = 7;
/** The longest range that the API searches, in days. */
const FAR = 91;

/** The first day of the row that holds that day: rows are weeks, from Monday on as in calendars. */
export const rowOf = (day) => plusDays(day, 1 - weekdayOf(day));

/** The days of the row that begins with that one. */
export const daysOf = (row) => Array.from({ length: DAYS }, (_, index) => plusDays(row, index));

/** The free times of a row, `{day → [{start, end}]}`, with every day in it. */
export async function readRow({ zone, row, ...wanted }, signal) {
  const first = row < today(zone) ? today(zone) : row; // nothing before can be booked
  const slots = await api.all('/slots', { ...wanted, from: startOfDay(first, zone), to: startOfDay(plusDays(row, DAYS), zone) }, { signal });
  const days = Object.fromEntries(daysOf(row).map((day) => [day, []]));
  slots.forEach((slot) => days[dayOf(slot.start, zone)]?.push(slot));
  return days;
}

/** The parts of a day, and where each ends. */
const PARTS = [
  ['slots.morning', '12:00'],
  ['slots.afternoon', '17:00'],
  ['slots.evening', '24:00'],
];

/** The times of a day as morning, afternoon and evening, `[{name, times}]`, those that have any. */
export function partsOf(slots, zone) {
  const partOf = ({ start }) => PARTS.findIndex(([, end]) => timeText(start, zone) < end);
  return PARTS.map(([name], place) => ({ name, times: slots.filter((slot) => partOf(slot) === place) })).filter(({ times }) => times.length);
}

/** The first day from that one on that has a free time, or null when there is none for three months. */
export async function nextFreeDay({ zone, from, ...wanted }, signal) {
  const range = { from: startOfDay(from, zone), to: startOfDay(plusDays(from, FAR), zone) };
  const { data } = await api.get('/slots', { ...wanted, ...range, limit: 1 }, { signal });
  return data.items.length ? dayOf(data.items[0].start, zone) : null;
}
