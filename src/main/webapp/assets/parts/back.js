/** The way back to what a page belongs to, above its heading. */
import { html } from 'lit';

/** @param {string} to the address @param {string} text what is there: "All visits", without a sign and without "back" */
export const back = (to, text) => html`<p class="back"><a href=${to}><span aria-hidden="true">←</span> ${text}</a></p>`;
