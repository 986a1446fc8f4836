import { cadreOf, nameOf, providers } from '../../core/people.js';
import { appointmentTypes } from '../../core/types.js';

/** Whom visits are with and what they are for, once learnt. */
export class Names {
  #providers = new Map();
  #types = new Map();

  /** Learns what the drawing of these visits needs. */
  learn = async (visits, signal) => {
    const ids = visits.flatMap(({ providerId, rescheduledFrom }) => [providerId, ...rescheduledFrom.map((former) => former.providerId)]);
    [this.#providers, this.#types] = await Promise.all([providers.find(ids, { signal }), appointmentTypes()]);
  };

  provider(id) {
    return this.#providers.get(id);
  }

  providerName(id) {
    return nameOf(this.#providers.get(id));
  }

  /** What the provider does. */
  skill(id) {
    const provider = this.#providers.get(id);
    return provider ? (provider.specialization ?? cadreOf(provider)) : '';
  }

  /** What the visit is for; empty where it is of no type. */
  type(id) {
    return this.#types.get(id)?.name ?? '';
  }
}
