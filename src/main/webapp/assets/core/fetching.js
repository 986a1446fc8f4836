/** Fetching what pages are made of: a lost connection is waited out and said, as it is with the API. */
import { connection } from './connection.js';

/**
 * Fetches a module, texts or the like, again until it is there.
 *
 * @param {() => Promise} load
 * @param {() => boolean} wanted whether one still waits for it
 * @throws what `load` throws when the server can be reached: then it is not to be had, as after a newer version was put in place
 * @throws {DOMException} `AbortError` when nobody waits for it any more
 */
export async function fetched(load, wanted = () => true) {
  for (let attempt = 0; ; attempt++) {
    try {
      return await load();
    } catch (error) {
      if (wanted() && (await reachable())) {
        throw error;
      }
    }
    if (wanted()) {
      await connection.failed(attempt);
    }
    if (!wanted()) {
      throw new DOMException('not wanted any more', 'AbortError');
    }
  }
}

/** Whether the server answers; what it answers does not matter. */
async function reachable() {
  try {
    await fetch('/', { method: 'HEAD', cache: 'no-store' });
    connection.reached();
    return true;
  } catch {
    return false;
  }
}
