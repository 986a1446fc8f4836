/** The tabs of one browser, which share a session: what happens to it in one of them, the others hear of (R-AUTH-16). */
import { signOutsChanged } from './settings.js';

const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('miadi.session') : null;

/** Tells the other tabs who is signed in now: an account's id, or null for nobody. */
export const tellTabs = (id) => channel?.postMessage({ id });

/**
 * Listens to the other tabs.
 *
 * @param {(id) => void} told is told who is signed in now
 * @param {() => void} awake is called when something may have been missed: the tab was asleep, or comes back out of the browser's memory
 */
export function hearTabs(told, awake) {
  channel?.addEventListener('message', ({ data }) => told(data.id));
  signOutsChanged(awake);
  addEventListener('pageshow', ({ persisted }) => persisted && awake());
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && awake());
}
