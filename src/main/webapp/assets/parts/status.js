import { html } from 'lit';
import { t } from '../core/i18n.js';

const STATUSES = {
  scheduled: { text: 'words.status.scheduled', sign: '○' },
  checked_in: { text: 'words.status.checked_in', sign: '◐' },
  completed: { text: 'words.status.completed', sign: '●' },
  cancelled: { text: 'words.status.cancelled', sign: '✕' },
  no_show: { text: 'words.status.no_show', sign: '—' },
};

/** An appointment's status in a word, a colour and a sign. */
export const statusBadge = (status) =>
  html`<span class="badge ${status}"><span aria-hidden="true">${STATUSES[status].sign}</span>${t(STATUSES[status].text)}</span>`;

/** The word alone. */
export const statusText = (status) => t(STATUSES[status].text);

/** The sign alone, where there is little room; the word is there for who listens. */
export const statusSign = (status) =>
  html`<span class="sign" aria-hidden="true">${STATUSES[status].sign}</span><span class="unseen">${t(STATUSES[status].text)}</span>`;

/** All statuses, in the order in which they can follow. */
export const ALL_STATUSES = Object.keys(STATUSES);
