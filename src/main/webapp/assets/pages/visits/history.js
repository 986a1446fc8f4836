import { html, nothing } from 'lit';
import { t } from '../../core/i18n.js';
import { ownZone, shortMomentText } from '../../core/time.js';
import { statusText } from '../../parts/status.js';
import { visitTime } from '../../parts/when.js';

const KINDS = {
  booked: 'visit.change.booked',
  rescheduled: 'visit.change.rescheduled',
  amended: 'visit.change.amended',
  checked_in: 'visit.change.checked_in',
  completed: 'visit.change.completed',
  cancelled: 'visit.change.cancelled',
  no_show: 'visit.change.no_show',
  corrected: 'visit.change.corrected',
  erased: 'visit.change.erased',
};

const AUTHORS = {
  patient: 'visit.by.patient',
  provider: 'visit.by.provider',
  admin: 'visit.by.admin',
  system: 'visit.by.system',
};

/** Every change of a visit in words: when, by whom, from what to what. Moments on one's own clock, times of the visit on the provider's. */
export const history = (changes, timeZone, names) => html`
  <ol class="history">
    ${changes.map(
      (change) => html`
        <li>
          <strong>${what(change, timeZone, names)}</strong>
          <span class="muted">${shortMomentText(change.at, ownZone())} · ${t(AUTHORS[change.by] ?? AUTHORS.system)}</span>
          ${change.reason ? html`<span class="lines" dir="auto">${change.reason}</span>` : nothing}
          ${change.overrideReason ? html`<span class="lines" dir="auto">${t('visit.change.override', { reason: change.overrideReason })}</span>` : nothing}
        </li>
      `,
    )}
  </ol>
`;

function what({ change, from, to }, timeZone, names) {
  const values = {
    to: visitTime({ ...to, timeZone }),
    from: from ? visitTime({ ...from, timeZone }) : '',
    provider: names.providerName(to.providerId),
    status: statusText(to.status),
  };
  const text = t(KINDS[change], values);
  const other = from && from.providerId !== to.providerId;
  return other ? `${text} ${t('visit.change.provider', values)}` : text;
}
