import { api } from '../../core/api.js';
import { Problem } from '../../core/problem.js';

/**
 * The entity tag of a thing that a list showed, for changing it. When somebody else has changed it since the list was read, that is refused here just as the
 * API would refuse it (`stale`).
 */
export async function tagOf(path, known) {
  const { data, etag } = await api.get(`${path}/${known.id}`);
  if (data.updatedAt !== known.updatedAt) {
    throw new Problem(412, { type: '/problems/stale' }, 0);
  }
  return etag;
}
