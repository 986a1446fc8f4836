/** Reads what a provider's calendar shows. */
import { api } from '../../core/api.js';
import { patients, providers } from '../../core/people.js';
import { instantOf, plusDays, startOfDay, today } from '../../core/time.js';
import { daysOf } from './plan.js';

/**
 * The calendar of a provider for the days of that view.
 *
 * @param {object} place `provider`, `view`, and `date`, which is today there when it is missing
 * @returns {Promise<object|null>} null when there is no such provider
 */
export async function readCalendar(place, signal) {
  const provider = (await providers.find([place.provider], { signal, fresh: true })).get(place.provider);
  if (!provider) {
    return null;
  }
  const zone = provider.timeZone;
  const days = daysOf(place.view, place.date ?? today(zone));
  const [appointments, rules, exceptions, types] = await Promise.all([
    appointmentsOf(provider.id, days, zone, signal),
    api.all(`/providers/${provider.id}/availability`, {}, { signal }),
    api.all(`/providers/${provider.id}/exceptions`, {}, { signal }),
    api.all('/appointment-types', {}, { signal }),
  ]);
  const people = await patients.find(
    appointments.map((one) => one.patientId),
    { signal },
  );
  const noon = instantOf(days[0], '12:00', zone);
  return { provider, zone, days, noon, appointments, rules, exceptions, people, types: new Map(types.map((type) => [type.id, type])) };
}

/** From a day earlier on, because what begins before midnight may go on after it. */
const appointmentsOf = (providerId, days, zone, signal) =>
  api.all(
    '/appointments',
    { providerId, from: startOfDay(plusDays(days[0], -1), zone), to: startOfDay(plusDays(days.at(-1), 1), zone) },
    { signal },
  );
