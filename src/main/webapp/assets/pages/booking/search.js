/** What the search for a time asks the API, and what it makes of the answers. */
import { api } from '../../core/api.js';
import { providers } from '../../core/people.js';

/** How far ahead is searched, in milliseconds. */
const SPAN_MILLIS = 28 * 86_400_000;
/** Times shown of each provider. */
const TIMES = 3;
const PROVIDERS = 30;
const LIMIT = 200;
/** Whose times are asked for at once; the API takes as many. */
const AT_ONCE = 100;
/** Readings at most until each provider of a name has a time, where some have far more times than the others; who has none then is asked for alone. */
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

/**
 * The providers whom the search means, those with the first free times first: `{offers: [{provider, times}], rest}`. `rest` are those who may have
 * free times later, to be asked for with `findMore`; null when they are not known yet, and empty when there is nobody else.
 */
export const find = (wanted, signal) => (wanted.name ? findByName(wanted, signal) : findFirstFree(wanted, signal));

async function findFirstFree({ what, type }, signal) {
  const { data } = await api.get('/slots', { ...range(type), specialization: what, limit: LIMIT }, { signal });
  return { offers: await offersOf(byProvider(data.items), signal), rest: data.next ? null : [] };
}

/**
 * What `find` answered with at least `count` more providers, if there are so many. It goes on over providers, not over their times: somebody whose
 * first one is weeks away comes up all the same, however many times the others have before it.
 */
export async function findMore({ what, type }, { offers, rest }, count, signal) {
  const known = new Set(offers.map(({ provider }) => provider.id));
  let left = rest ?? (await readOthers(what, known, signal));
  const more = [];
  while (left.length && more.length < count) {
    const asked = left.slice(0, AT_ONCE);
    const { data } = await api.get('/slots', { ...range(type), providerId: asked, limit: LIMIT }, { signal });
    const times = byProvider(data.items);
    more.push(...(await offersOf(times, signal)));
    left = [...(data.next ? asked.filter((id) => !times.has(id)) : []), ...left.slice(AT_ONCE)];
  }
  return { offers: [...offers, ...more], rest: left };
}

const readOthers = async (what, known, signal) =>
  (await api.all('/providers', { specialization: what, active: true }, { signal })).map(({ id }) => id).filter((id) => !known.has(id));

async function offersOf(times, signal) {
  const known = await providers.find([...times.keys()], { signal, fresh: true });
  return [...times].map(([id, some]) => ({ provider: known.get(id), times: some })).filter(({ provider }) => provider);
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
  const later = await Promise.all(missing.map((id) => timesOf(id, type, signal)));
  missing.forEach((id, place) => times.set(id, later[place]));
  const first = ({ times: [time] }) => time?.start ?? '9';
  const offers = data.items.map((provider) => ({ provider, times: times.get(provider.id) ?? [] }));
  return { offers: offers.sort((one, other) => first(one).localeCompare(first(other))), rest: [] };
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
