import { api } from './api.js';

const A_MINUTE_MILLIS = 60_000;

/** The record of an appointment, or null where there is none that the caller may read. Lists: that there is none yet is no fault. */
export async function recordOf({ id, patientId, start }, { signal } = {}) {
  const to = new Date(Date.parse(start) + A_MINUTE_MILLIS).toISOString();
  const { data } = await api.get('/records', { patientId, from: start, to }, { signal });
  return data.items.find((record) => record.appointmentId === id) ?? null;
}
