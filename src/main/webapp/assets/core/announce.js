import { languageChanges } from './i18n.js';

const region = () => document.getElementById('announcements');

/** Tells those who listen, by the page's one live region, what others see. */
export function announce(text) {
  if (region()) {
    region().textContent = '';
    requestAnimationFrame(() => region() && (region().textContent = text));
  }
}

// what was told in another language is not there to be found in this one
languageChanges.addEventListener('change', () => region()?.replaceChildren());
