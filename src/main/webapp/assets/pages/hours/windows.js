/** Weekly windows as times on a clock: to and from the days of the week that the grid shows, and as texts (R-TIME-3). */
import { t } from '../../core/i18n.js';
import { plusDays, weekdayOf } from '../../core/time.js';

/** The weekdays as the API names them, Monday first. */
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** The Monday of the week that stands for every week. It lies in no zone, and no clock changes in it. */
export const MONDAY = '2024-01-01';

const NAMES = {
  monday: 'hours.monday',
  tuesday: 'hours.tuesday',
  wednesday: 'hours.wednesday',
  thursday: 'hours.thursday',
  friday: 'hours.friday',
  saturday: 'hours.saturday',
  sunday: 'hours.sunday',
};

export const weekdayText = (dayOfWeek) => t(NAMES[dayOfWeek]);

/** Whether the window goes on after midnight. `24:00` is midnight itself. */
export const overMidnight = ({ startTime, endTime }) => endTime <= startTime;

/** 21:00–03:00, and that it ends on the next day where it does. */
export const spanText = (window) =>
  overMidnight(window)
    ? t('hours.span.next', { from: window.startTime, to: window.endTime })
    : t('hours.span', { from: window.startTime, to: window.endTime });

/** When the window begins and ends in the week that stands for every week. */
export function inWeek(window) {
  const day = plusDays(MONDAY, WEEKDAYS.indexOf(window.dayOfWeek));
  const end = window.endTime === '24:00' || overMidnight(window) ? plusDays(day, 1) : day;
  return { start: `${day}T${window.startTime}`, end: `${end}T${window.endTime === '24:00' ? '00:00' : window.endTime}` };
}

/** The window between two moments (`YYYY-MM-DDTHH:mm…`) of that week; whatever lies outside of the week comes round again. */
export function windowAt(start, end) {
  const endsAtMidnight = end.slice(11, 16) === '00:00' && end.slice(0, 10) > start.slice(0, 10);
  return {
    dayOfWeek: WEEKDAYS[weekdayOf(start.slice(0, 10)) - 1],
    startTime: start.slice(11, 16),
    endTime: endsAtMidnight ? '24:00' : end.slice(11, 16),
  };
}

/** The request's body for a rule as it is. */
export const ruleBody = ({ dayOfWeek, startTime, endTime, validFrom, validUntil }) => ({
  dayOfWeek,
  startTime,
  endTime,
  validFrom,
  validUntil,
});
