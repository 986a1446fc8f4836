import { api } from '../core/api.js';

/** A place in a calendar is pointed at with this exactness, in milliseconds. */
const NEAR_MILLIS = 15 * 60_000;

/** The offered time at that start, or the nearest to it, as `{start, end}`; null where none is. */
export async function offeredAt({ start, ...wanted }, signal) {
  const at = Date.parse(start);
  const from = new Date(Math.max(at - NEAR_MILLIS + 1, Date.now())).toISOString();
  const to = new Date(at + NEAR_MILLIS).toISOString();
  const { data } = Date.parse(to) > Date.parse(from) ? await api.get('/slots', { ...wanted, from, to }, { signal }) : { data: { items: [] } };
  const away = (slot) => Math.abs(Date.parse(slot.start) - at);
  const [nearest] = data.items.sort((one, other) => away(one) - away(other));
  return nearest ? { start: nearest.start, end: nearest.end } : null;
}
