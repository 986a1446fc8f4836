/** Who the ids of appointments are: asked for together, remembered while this person is signed in. */
import { api } from './api.js';
import { session } from './session.js';

const AT_ONCE = 100;

class Directory {
  #path;
  #known = new Map();
  #namesPath;

  /** @param {(role: string) => string} [namesPath] where that role has the names of others, who are out of sight */
  constructor(path, namesPath = () => null) {
    this.#path = path;
    this.#namesPath = namesPath;
    session.addEventListener('change', () => this.#known.clear());
  }

  /**
   * The people of these ids, `{id → person}`; whom the caller may not see is not in it. Names can be remembered; a provider's zone has to be `fresh`
   * where times are shown in it (R-TIME-6).
   */
  async find(ids, { signal, fresh = false } = {}) {
    const wanted = [...new Set(ids)].filter((id) => id && (fresh || !this.#known.has(id)));
    for (let begin = 0; begin < wanted.length; begin += AT_ONCE) {
      const part = wanted.slice(begin, begin + AT_ONCE);
      const { data } = await api.get(this.#path, { id: part, limit: AT_ONCE }, { signal });
      data.items.forEach((person) => this.#known.set(person.id, person));
      await this.#findNames(part, signal);
    }
    return this.#known;
  }

  async #findNames(ids, signal) {
    const path = this.#namesPath(session.user?.role);
    const unseen = ids.filter((id) => !this.#known.has(id));
    if (path && unseen.length > 0) {
      const { data } = await api.get(path, { id: unseen }, { signal });
      data.items.forEach((named) => this.#known.set(named.id, named));
    }
  }

  /** Forgets what it knows of one of them, who has been changed. */
  forget(id) {
    this.#known.delete(id);
  }
}

export const providers = new Directory('/providers');
/** A provider's calendar has names of whom the provider does not see any more: they have nothing else, no number among it (R-AUTH-20). */
export const patients = new Directory('/patients', (role) => (role === 'provider' ? '/appointments/patients' : null));
/** Accounts, of which admins alone hear. */
export const accounts = new Directory('/users');

/** What the provider is by profession, as the clinic wrote it, with a capital letter. */
export const cadreOf = ({ cadre }) => (cadre ? cadre[0].toUpperCase() + cadre.slice(1) : '');

/** What somebody is called: the one name that they have, or both (R-PERS-4). */
export const nameOf = (person) => [person?.firstName, person?.lastName].filter(Boolean).join(' ');
