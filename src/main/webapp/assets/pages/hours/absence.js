/** What an absence, or extra hours, is in words, and which time it takes. */
import { t } from '../../core/i18n.js';
import { dayText, instantOf, plusDays, startOfDay } from '../../core/time.js';

const KINDS = { absent: 'hours.absent', extra: 'hours.extra' };

export const kindText = (kind) => t(KINDS[kind]);

/** 24 Nov 2026 – 28 Nov 2026 */
export const daysText = ({ startDate, endDate }) =>
  startDate === endDate
    ? dayText(startDate, { dateStyle: 'full' })
    : t('hours.days', { from: dayText(startDate), until: dayText(endDate) });

/** What it is and, where it is a part of the day, when: "Absent 08:00–12:00". */
export const timeText = ({ kind, startTime, endTime }) =>
  startTime ? t('hours.kind.part', { kind: kindText(kind), from: startTime, to: endTime }) : kindText(kind);

/** The stretches of time that it takes in that zone, `[{start, end}]` as milliseconds (R-TIME-2, -3). */
export function stretches({ startDate, endDate, startTime, endTime }, zone) {
  const at = (day, time) => Date.parse(time === '24:00' ? startOfDay(plusDays(day, 1), zone) : instantOf(day, time, zone));
  if (!startTime) {
    return [{ start: at(startDate, '00:00'), end: at(endDate, '24:00') }];
  }
  const found = [];
  for (let day = startDate; day <= endDate; day = plusDays(day, 1)) {
    found.push({ start: at(day, startTime), end: at(endTime <= startTime ? plusDays(day, 1) : day, endTime) });
  }
  return found;
}

/** The request's body for one as it is. */
export const exceptionBody = ({ kind, startDate, endDate, startTime, endTime, reason }) => ({
  kind,
  startDate,
  endDate,
  startTime,
  endTime,
  reason,
});
