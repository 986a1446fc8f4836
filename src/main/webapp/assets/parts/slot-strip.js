/** The row of days above free times, and the ways to other days. */
import { html, nothing } from 'lit';
import { t } from '../core/i18n.js';
import { dayText, plusDays } from '../core/time.js';
import { shortDay } from './when.js';
import { DAYS, daysOf } from './slot-days.js';

/** @param {object} strip `row`, `first` (no day before it), `day` on show, `show(day)`, and `turn(row)` to another row */
export const ways = ({ row, first, day, show, turn }) => html`
  <div class="slots-ways">
    <button type="button" class="secondary" ?disabled=${row <= first} aria-label=${t('slots.week.before')} @click=${() => turn(plusDays(row, -DAYS))}>
      ‹
    </button>
    <label>
      <span class="unseen">${t('slots.day')}</span>
      <input type="date" min=${first} .value=${day ?? first} @change=${({ target }) => target.value >= first && show(target.value)} />
    </label>
    <button type="button" class="secondary" aria-label=${t('slots.week.after')} @click=${() => turn(plusDays(row, DAYS))}>›</button>
  </div>
`;

/** @param {object} strip `row`, `first` (what is before it is past), `days` with their free times, `day` on show, `show(day)` */
export const strip = ({ row, first, days, day, show }) => html`
  <ul class="slots-days" aria-label=${t('slots.days')}>
    ${daysOf(row).map((one) => {
      const count = days[one]?.length ?? 0;
      return html`
        <li>
          <button
            type="button"
            class=${count ? 'free' : 'full'}
            ?disabled=${one < first}
            aria-current=${one === day ? 'date' : nothing}
            @click=${() => show(one)}
          >
            <span>${shortDay(one)}</span>
            <strong>${dayText(one, { day: 'numeric' })}</strong>
            <span>${dayText(one, { month: 'short' })}</span>
            <span class="unseen">, ${t('slots.count', { count })}</span>
          </button>
        </li>
      `;
    })}
  </ul>
`;
