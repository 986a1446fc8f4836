import { html, nothing } from 'lit';
import { Problem } from '../core/problem.js';

/** Why signing in by Google, or linking it, can be refused. */
const REASONS = ['sign-in-failed', 'email-not-verified', 'account-closed', 'account-conflict', 'not-found', 'unavailable'];

/** Says why the way by Google ended here: `refused` is what the server put in the address. */
export const refusedNote = (refused) =>
  REASONS.includes(refused)
    ? html`<div class="note problem" role="alert"><p>${new Problem(0, { type: refused }, 0).text}</p></div>`
    : nothing;
