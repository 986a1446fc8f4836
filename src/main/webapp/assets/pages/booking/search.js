/** What the search for a time asks the API, and what it makes of the answers. */
import { api } from '../../core/api.js';
import { providers } from '../../core/people.js';

/** How far ahead is searched, in milliseconds. */
const SPAN_MILLIS = 28 * 86_400_000;
/** Times shown of each provider. */
const TIMES = 3;
const PROVIDERS = 30;
const LIMIT = 200;
/** Readings at most, until each provider of a name has a time; one is enough but where somebody has far more times than the others. */
const ROUNDS = 4;

function range(type) {
  const now = Date.now();
  return { from: new Date(now).toISOString(), to: new Date(now + SPAN_MILLIS).toISOString(), appointmentTypeId: type };
}

/** What providers do, to choose from. */
export async function readSpecializations(signal) {
  const { data } = await api.get('/specializations', {}, { signal });
  return data.specializations.map(({ name }) => name);
}

/** The providers whom the search means, those with the first free times first: `{offers: [{provider, times}], cursor}`. */
export const find = (wanted, signal) => (wanted.name ? findByName(wanted, signal) : findFirstFree(wanted, undefined, signal));

/** More of what `find` answered. */
export async function findMore(wanted, { offers, cursor }, signal) {
  const more = await findFirstFree(wanted, cursor, signal);
  const known = new Set(offers.map(({ provider }) => provider.id));
  return { offers: [...offers, ...more.offers.filter(({ provider }) => !known.has(provider.id))], cursor: more.cursor };
}

async function findFirstFree({ what, type }, cursor, signal) {
  const { data } = await api.get('/slots', { ...range(type), specialization: what, limit: LIMIT, cursor }, { signal });
  const times = byProvider(data.items);
  const known = await providers.find([...times.keys()], { signal, fresh: true });
  return { offers: [...times].map(([id, some]) => ({ provider: known.get(id), times: some })).filter(({ provider }) => provider), cursor: data.next };
}

async function findByName({ name, what, type }, signal) {
  const { data } = await api.get('/providers', { search: name, specialization: what, active: true, limit: PROVIDERS }, { signal });
  const times = new Map();
  let missing = data.items.map(({ id }) => id);
  for (let round = 0; missing.length && round < ROUNDS; round++) {
    const { data: slots } = await api.get('/slots', { ...range(type), providerId: missing, limit: LIMIT }, { signal });
    byProvider(slots.items).forEach((some, id) => times.set(id, some));
    missing = slots.next ? missing.filter((id) => !times.has(id)) : [];
  }
  const first = ({ times: [time] }) => time?.start ?? '9';
  const offers = data.items.map((provider) => ({ provider, times: times.get(provider.id) ?? [] }));
  return { offers: offers.sort((one, other) => first(one).localeCompare(first(other))), cursor: null };
}

/** The first times of one provider. */
export async function timesOf(id, type, signal) {
  const { data } = await api.get('/slots', { ...range(type), providerId: id, limit: TIMES }, { signal });
  return data.items;
}

function byProvider(slots) {
  const times = new Map();
  for (const slot of slots) {
    const some = times.get(slot.providerId) ?? [];
    if (some.length < TIMES) {
      times.set(slot.providerId, [...some, slot]);
    }
  }
  return times;
}
