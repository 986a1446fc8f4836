/** The kinds of visit that the clinic offers, asked for once while this person is signed in. */
import { api } from './api.js';
import { session } from './session.js';

let known = null;
session.addEventListener('change', () => (known = null));

/** All of them, `{id → type}`. */
export function appointmentTypes() {
  known ??= api.all('/appointment-types').then((all) => new Map(all.map((type) => [type.id, type])));
  known.catch(() => (known = null));
  return known;
}
