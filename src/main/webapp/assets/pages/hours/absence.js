/** What an absence, or extra hours, is in words, and which time it takes. */
import { t } from '../../core/i18n.js';
import { dayText, instantOf, plusDays, startOfDay } from '../../core/time.js';

const KINDS = { absent: 'hours.absent', extra: 'hours.extra' };

export const kindText = (kind) => t(KINDS[kind]);

/** Whether it runs through from the first day's time to the last day's, and is not the same on each day. */
export const runsThrough = ({ extent }) => extent === 'through';

/** 24 Nov 2026 – 28 Nov 2026; with its times where it runs through. */
export function daysText(exception) {
  const { startDate, endDate, startTime, endTime } = exception;
  if (runsThrough(exception)) {
    return t('hours.through', { from: dayText(startDate), fromTime: startTime, until: dayText(endDate), untilTime: endTime });
  }
  return startDate === endDate
    ? dayText(startDate, { dateStyle: 'full' })
    : t('hours.days', { from: dayText(startDate), until: dayText(endDate) });
}

/** What it is and, where it is a part of each day, when: "Absent 08:00–12:00". */
export const timeText = ({ kind, extent, startTime, endTime }) =>
  startTime && !runsThrough({ extent }) ? t('hours.kind.part', { kind: kindText(kind), from: startTime, to: endTime }) : kindText(kind);

/** The stretches of time that it takes in that zone, `[{start, end}]` as milliseconds (R-TIME-2, -3). */
export function stretches({ extent, startDate, endDate, startTime, endTime }, zone) {
  const at = (day, time) => Date.parse(time === '24:00' ? startOfDay(plusDays(day, 1), zone) : instantOf(day, time, zone));
  if (!startTime) {
    return [{ start: at(startDate, '00:00'), end: at(endDate, '24:00') }];
  }
  if (runsThrough({ extent })) {
    return [{ start: at(startDate, startTime), end: at(endDate, endTime) }];
  }
  const found = [];
  for (let day = startDate; day <= endDate; day = plusDays(day, 1)) {
    found.push({ start: at(day, startTime), end: at(endTime <= startTime ? plusDays(day, 1) : day, endTime) });
  }
  return found;
}

/** The request's body for one as it is. */
export const exceptionBody = ({ kind, extent, startDate, endDate, startTime, endTime, reason }) => ({
  kind,
  extent,
  startDate,
  endDate,
  startTime,
  endTime,
  reason,
});
