import { language, languageChanges } from './i18n.js';

const region = () => document.getElementById('announcements');

/** Tells those who listen, by the page's one live region, what others see. */
export function announce(text) {
  const lang = language();
  if (region()) {
    region().textContent = '';
    requestAnimationFrame(() => {
      if (region() && lang === language()) {
        region().lang = lang;
        region().textContent = text;
      }
    });
  }
}

// what was told in another language is not there to be found in this one
languageChanges.addEventListener('change', () => region()?.replaceChildren());
