import { html } from 'lit';
import { search } from '../../core/http.js';
import { t } from '../../core/i18n.js';
import { visitTime } from '../../parts/when.js';

/** From a visit that is cancelled or over to the next one of its kind, with the same provider. */
export const bookAgain = (visit) => html`
  <a role="button" class="secondary" href=${`/app/times/${visit.providerId}${search({ type: visit.appointmentTypeId })}`}
    >${t('visit.again')}<span class="unseen"> ${visitTime(visit)}</span></a
  >
`;
