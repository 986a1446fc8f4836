/** When a patient is busy: why some of a provider's free times are not offered (R-AVAIL-6). */
import { html } from 'lit';
import { api } from '../core/api.js';
import { t } from '../core/i18n.js';
import { nameOf, providers } from '../core/people.js';
import { session } from '../core/session.js';
import { plusDays, startOfDay } from '../core/time.js';
import { DAYS } from './slot-days.js';
import { ownTime, visitHours } from './when.js';

const ACTIVE = ['scheduled', 'checked_in'];

/**
 * The visits of a row of days, as far as the caller sees them, and the times that are kept for whoever asks: `[{start, end, busy}]`, which says with whom.
 * Nobody in particular is never busy, and a visit that moves is in nobody's way.
 */
export async function readBusy({ zone, row, patientId, appointmentId }, signal) {
  const own = session.user?.role === 'patient';
  const patient = own ? session.user.personId : patientId;
  if (!patient) {
    return [];
  }
  const range = { from: startOfDay(row, zone), to: startOfDay(plusDays(row, DAYS), zone) };
  const [visits, holds] = await Promise.all([
    api.all('/appointments', { patientId: patient, ...range }, { signal }),
    own ? api.all('/holds', {}, { signal }) : [],
  ]);
  const active = visits.filter(({ id, status }) => ACTIVE.includes(status) && id !== appointmentId);
  const known = await providers.find([...active, ...holds].map(({ providerId }) => providerId), { signal });
  const at = (text) => ({ start, end, providerId }) => ({ start, end, busy: { text, name: nameOf(known.get(providerId)) } });
  return [...active.map(at(own ? 'slots.busy' : 'slots.busy.patient')), ...holds.map(at('slots.busy.kept'))];
}

/** One of them among the times of a provider of that zone. */
export const busyTime = ({ start, end, busy: { text, name } }, timeZone) => html`
  <span class="clock">${visitHours({ start, end, timeZone })} ${ownTime({ start, timeZone })}</span>
  <span>${t(text, { name })}</span>
`;
