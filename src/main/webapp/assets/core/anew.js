/** Nothing of whoever was here stays: not on the page, not in its memory, not in what the tab keeps (R-AUTH-16). */
import { forgetDrafts } from './drafts.js';
import { forgetUnsaved } from './unsaved.js';

/** Empties the page at once, and begins with the front page. @param {object} why `signedOut`: whether that is to be said there */
export function beginAnew({ signedOut = false } = {}) {
  forgetDrafts({ signedOut });
  forgetUnsaved();
  document.body.replaceChildren();
  document.title = 'Miadi';
  location.replace('/');
}
