/**
 * What of a provider's days is where: days, wall-clock minutes and lanes. Everything in the provider's zone (R-TIME-2, -4), whatever the
 * viewer's; nothing here draws.
 */
import { plusDays, startOfDay, wall, weekdayOf } from '../../core/time.js';

export const DAY_MINUTES = 1440;

/** What is shorter is drawn as long as this, so that a finger hits it. */
const LEAST_MINUTES = 15;
const NAMES = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** The days that a view shows: that day, or its week from Monday to Sunday. */
export function daysOf(view, day) {
  if (view === 'day') {
    return [day];
  }
  const monday = plusDays(day, 1 - weekdayOf(day));
  return NAMES.map((name, place) => plusDays(monday, place));
}

/** The minutes since midnight of `HH:mm`; `24:00` is the day's end. */
export const minutesOf = (time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** One day's part of a provider's plan: `{day, open, absences, visits}`, all in minutes of the day's wall clock. */
export const dayPlan = (day, { appointments, rules, exceptions }, zone) => ({
  day,
  open: [...spansOf(day, rules, isWeekly), ...spansOf(day, exceptions, isExtra)],
  absences: spansOf(day, exceptions, isAbsent),
  visits: inLanes(appointments.map((appointment) => placed(appointment, day, zone)).filter(Boolean)),
});

const isWeekly = (rule, day) =>
  rule.dayOfWeek === NAMES[weekdayOf(day) - 1] && (rule.validFrom ?? day) <= day && day <= (rule.validUntil ?? day);
const isOn = (exception, day) => exception.startDate <= day && day <= exception.endDate;
const isExtra = (exception, day) => exception.kind === 'extra' && isOn(exception, day);
const isAbsent = (exception, day) => exception.kind === 'absent' && isOn(exception, day);

/**
 * The stretches that those plans make of a day; one that ends no later than it begins goes on into the next day (R-TIME-3), and one that
 * runs through takes all between its ends. */
function spansOf(day, plans, holds) {
  const spans = [];
  for (const plan of plans) {
    if (plan.extent === 'through') {
      if (holds(plan, day)) {
        spans.push({ from: day === plan.startDate ? minutesOf(plan.startTime) : 0, to: day === plan.endDate ? minutesOf(plan.endTime) : DAY_MINUTES, plan });
      }
      continue;
    }
    const from = plan.startTime ? minutesOf(plan.startTime) : 0;
    const to = plan.endTime ? minutesOf(plan.endTime) : DAY_MINUTES;
    const overnight = to <= from;
    if (holds(plan, day)) {
      spans.push({ from, to: overnight ? DAY_MINUTES : to, plan });
    }
    if (overnight && to > 0 && holds(plan, plusDays(day, -1))) {
      spans.push({ from: 0, to, plan });
    }
  }
  return spans;
}

/**
 * Where an appointment stands on that day, or null when it does not touch it. On a day whose clock changes it is drawn from its wall-clock start, and
 * at least as long as it lasts: neither the hour that is skipped nor the one that comes twice hides it.
 */
function placed(appointment, day, zone) {
  const start = wall(appointment.start, zone);
  const end = wall(appointment.end, zone);
  const lasts = (Date.parse(appointment.end) - Date.parse(appointment.start)) / 60_000;
  const [firstDay, lastDay] = [start.slice(0, 10), end.slice(0, 10)];
  if (day < firstDay || day > lastDay || (day === lastDay && day !== firstDay && end.endsWith('T00:00'))) {
    return null;
  }
  const from = day === firstDay ? minutesOf(start.slice(11)) : 0;
  const to = day === lastDay ? minutesOf(end.slice(11)) : DAY_MINUTES;
  const shown = firstDay === lastDay ? Math.max(to - from, lasts) : to - from;
  return { appointment, from, to: Math.min(from + Math.max(shown, LEAST_MINUTES), DAY_MINUTES) };
}

/** Puts what overlaps side by side: each gets its lane, and how many lanes there are where it stands. */
function inLanes(visits) {
  visits.sort((a, b) => a.from - b.from || Date.parse(a.appointment.start) - Date.parse(b.appointment.start));
  let group = [];
  let ends = 0;
  const close = () => {
    const lanes = Math.max(1, ...group.map((one) => one.lane + 1));
    group.forEach((one) => (one.lanes = lanes));
  };
  for (const visit of visits) {
    if (visit.from >= ends) {
      close();
      group = [];
    }
    const taken = new Set(group.filter((one) => one.to > visit.from).map((one) => one.lane));
    visit.lane = 0;
    while (taken.has(visit.lane)) {
      visit.lane++;
    }
    group.push(visit);
    ends = Math.max(ends, visit.to);
  }
  close();
  return visits;
}

/** Days of the weekend without hours and without appointments need no place in a week. */
export const busyDays = (plans) =>
  plans.filter(({ day, open, visits }) => plans.length === 1 || weekdayOf(day) < 6 || open.length || visits.length);

/** The whole hours from which to which the days have something to show. */
export function range(plans) {
  const spans = plans.flatMap(({ open, visits }) => [...open, ...visits]);
  const from = Math.min(...spans.map((one) => one.from), spans.length ? DAY_MINUTES : 8 * 60);
  const to = Math.max(...spans.map((one) => one.to), spans.length ? 0 : 17 * 60);
  return { from: Math.floor(from / 60) * 60, to: Math.ceil(to / 60) * 60 };
}

/** Whether the zone's clock is set forward or back on that day. */
export const changesClock = (day, zone) =>
  Date.parse(startOfDay(plusDays(day, 1), zone)) - Date.parse(startOfDay(day, zone)) !== DAY_MINUTES * 60_000;
