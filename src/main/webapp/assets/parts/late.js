import { html, nothing } from 'lit';
import { api } from '../core/api.js';
import { t } from '../core/i18n.js';

const HOUR_MILLIS = 3_600_000;

/** Until how many hours before the start patients change their visits themselves. */
export const readNoticeHours = async (options) => (await api.get('/config', {}, options)).data.defaults.cancellationNoticeHours;

/** Whether anything of it can still be changed. */
export const mayChange = ({ status }) => ['scheduled', 'checked_in'].includes(status);

/** Whether its patient can neither cancel nor move it any more (R-BOOK-8). */
export const tooLate = ({ status, start }, noticeHours) =>
  status !== 'scheduled' || Date.parse(start) - Date.now() < noticeHours * HOUR_MILLIS;

/** Until when its patient can cancel or move it (R-BOOK-8). */
export const lastChange = ({ start }, noticeHours) => new Date(Date.parse(start) - noticeHours * HOUR_MILLIS);

/** Whether its patient has only just booked it, and can cancel it whatever the notice (R-BOOK-7a). */
export const mayUndo = ({ status, start, undoUntil }) =>
  status === 'scheduled' && undoUntil !== null && Date.parse(undoUntil) > Date.now() && Date.parse(start) > Date.now();

/** Says why, and what to do instead. */
export const callClinic = (noticeHours, provider) => html`
  <div class="note">
    <p>${t('visit.late', { count: noticeHours })}</p>
    ${provider?.phone ? html`<p><a href="tel:${provider.phone.replaceAll(/[^+\d]/g, '')}">${provider.phone}</a></p>` : nothing}
  </div>
`;
