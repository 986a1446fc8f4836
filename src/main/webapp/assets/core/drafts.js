/**
 * What somebody has typed and a reload would lose: kept for this tab, for whoever typed it, and no longer than they are signed in. Never a password. The only
 * module that uses the browser's session storage.
 */
const PREFIX = 'miadi.draft.';
const FAREWELL = 'miadi.signedOut';

let owner = null;

/** Says whose drafts these are from now on: an account's id, or null for nobody; those of others are forgotten. */
export function draftsOf(id) {
  owner = id;
  names().forEach((name) => parsed(name)?.of !== owner && attempt((storage) => storage.removeItem(name)));
}

/** What was typed into the form of that name before; nothing when there is nothing. */
export function draft(name) {
  const kept = parsed(PREFIX + name);
  return kept?.of === owner ? kept.given : {};
}

export const keepDraft = (name, given) => attempt((storage) => storage.setItem(PREFIX + name, JSON.stringify({ of: owner, given })));

export const dropDraft = (name) => attempt((storage) => storage.removeItem(PREFIX + name));

/** Forgets all of them. @param signedOut whether the next page is to say that one is signed out */
export function forgetDrafts({ signedOut }) {
  names().forEach((name) => attempt((storage) => storage.removeItem(name)));
  if (signedOut) {
    attempt((storage) => storage.setItem(FAREWELL, 'true'));
  }
}

/** Whether somebody has just signed out here; says it once. */
export function takeFarewell() {
  const said = attempt((storage) => storage.getItem(FAREWELL));
  attempt((storage) => storage.removeItem(FAREWELL));
  return Boolean(said);
}

const names = () => attempt((storage) => Object.keys(storage).filter((name) => name.startsWith(PREFIX))) ?? [];

function parsed(name) {
  return attempt((storage) => JSON.parse(storage.getItem(name)));
}

/** A browser that refuses storage forgets, and works. */
function attempt(use) {
  try {
    return use(window.sessionStorage);
  } catch {
    return null;
  }
}
