/**
 * What this browser remembers between visits, and nothing else: language, colour scheme, and that somebody has signed out. The only module that uses the
 * browser's lasting storage. Nothing confidential goes here (R-AUTH-7).
 */
const LANGUAGE = 'miadi.language';
const SCHEME = 'miadi.scheme';
const SIGN_OUT = 'miadi.signOut';

function read(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null; // a browser that refuses storage forgets, and works
  }
}

function write(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    // as above
  }
}

export const chosenLanguage = () => read(LANGUAGE);
export const chooseLanguage = (language) => write(LANGUAGE, language);

/** `light`, `dark`, or `auto`: as the system has it. */
export const chosenScheme = () => read(SCHEME) ?? 'auto';

export function chooseScheme(scheme) {
  write(SCHEME, scheme);
  applyScheme();
}

/** Puts the chosen colour scheme on the page, and on what the browser draws around it. */
export function applyScheme() {
  const scheme = chosenScheme();
  if (scheme === 'auto') {
    delete document.documentElement.dataset.theme;
  } else {
    document.documentElement.dataset.theme = scheme;
  }
  document.querySelectorAll('meta[name="theme-color"]').forEach((colour) => {
    const own = colour.dataset.scheme;
    colour.media = scheme === 'auto' ? `(prefers-color-scheme: ${own})` : own === scheme ? 'all' : 'not all';
  });
}

/** Marks that somebody signs out in this browser, for tabs that hear of it no other way: each time has a mark of its own. */
export const markSignOut = () => write(SIGN_OUT, crypto.randomUUID());

/** The mark of the last time. */
export const lastSignOut = () => read(SIGN_OUT);

/** Calls that when another tab has set another mark. */
export const signOutsChanged = (heard) => addEventListener('storage', ({ key }) => key === SIGN_OUT && heard());
