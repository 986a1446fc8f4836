/** Dates of birth as people know them (R-PERS-4): a day, or a month or a year where no more is known; as the API has them, `1957-03-14`, `1957-03`, `1957`. */
import { LANGUAGES, locale } from './i18n.js';
import { dayText } from './time.js';

const JANUARY = 1;
const DECEMBER = 12;
const YEAR = /^\d{4}$/;
const NUMBER = /^\d{1,2}$/;
/** Eight digits are a day, a month and a year, or the reverse: no month begins like a year. */
const YEAR_LAST = /^\s*(\d\d)(\d\d)((?:18|19|20)\d\d)\s*$/;
const YEAR_FIRST = /^\s*((?:18|19|20)\d\d)(\d\d)(\d\d)\s*$/;
/** Of a month's name in any of the languages so many letters will do. */
const ENOUGH = 3;
/** What stands beside numbers: 14th of March. */
const AROUND = new Set(['st', 'nd', 'rd', 'th', 'of', 'ya']);
const WHOLE = { day: 'numeric', month: 'long', year: 'numeric' };
const DIGITS = { day: '2-digit', month: '2-digit', year: 'numeric' };

/** A date of birth for people: "14 Mar 1957", "March 1957", "1957"; empty when there is none. */
export function birthText(birth, options = undefined) {
  if (!birth || YEAR.test(birth)) {
    return birth ?? '';
  }
  return birth.length === '1957-03'.length ? dayText(`${birth}-01`, { month: 'long', year: 'numeric' }) : dayText(birth, options);
}

/** The same with its month in words, as a field shows it: whoever reads it sees which number was taken for the month. */
export const birthWords = (birth) => birthText(birth, WHOLE);

/** A day in numbers, in the order of the language. */
export const birthDigits = (day) => dayText(day, DIGITS);

/**
 * What a person wrote (`14/3/1957`, `14031957`, `March 1957`, `14 Machi 1957`, `1957`) as the API has it, or null when it is none. Of two numbers that could both be
 * the month, the language's order says which is, and after a year its own: nothing else is guessed.
 */
export function birthDate(text) {
  if (!/^[\p{L}\d\s.,/-]+$/u.test(text ?? '')) {
    return null;
  }
  const spaced = text.replace(YEAR_LAST, '$1 $2 $3').replace(YEAR_FIRST, '$1 $2 $3');
  const said = spaced.toLowerCase().match(/\p{L}+|\d+/gu)?.filter((one) => !AROUND.has(one)) ?? [];
  const years = said.filter((one) => YEAR.test(one));
  if (years.length !== 1 || said.length > 3 || said.slice(1, -1).includes(years[0])) {
    return null;
  }
  const [year] = years;
  const rest = said.filter((one) => one !== year);
  if (rest.length === 0) {
    return year;
  }
  const [month, day] = rest.length === 1 ? [monthOf(rest[0])] : monthAndDay(rest, said[0] === year);
  return month === undefined ? null : existing(year, month, day);
}

/** Which of two is the month, and which the day. */
function monthAndDay([one, other], afterYear) {
  if (!NUMBER.test(one) || !NUMBER.test(other)) {
    const [name, number] = NUMBER.test(one) ? [other, one] : [one, other];
    return NUMBER.test(number) ? [monthOf(name), Number(number)] : [];
  }
  const monthFirst = afterYear || Number(other) > DECEMBER || (isMonthFirst() && Number(one) <= DECEMBER);
  return monthFirst ? [monthOf(one), Number(other)] : [monthOf(other), Number(one)];
}

/** The number of a month by its number or its name; undefined when it is none, or could be several. */
function monthOf(text) {
  if (NUMBER.test(text)) {
    const number = Number(text);
    return number >= JANUARY && number <= DECEMBER ? number : undefined;
  }
  const found = new Set(text.length < ENOUGH ? [] : monthNames().flatMap((names) => names.flatMap((name, at) => (name.startsWith(text) ? [at + 1] : []))));
  return found.size === 1 ? [...found][0] : undefined;
}

function monthNames() {
  const locales = [locale(), ...Object.values(LANGUAGES).map((one) => one.locale)];
  return locales.flatMap((one) => ['long', 'short'].map((month) => names(new Intl.DateTimeFormat(one, { month, timeZone: 'UTC' }))));
}

const names = (format) => Array.from({ length: DECEMBER }, (_, month) => format.format(new Date(Date.UTC(2000, month, 1))).toLowerCase());

function isMonthFirst() {
  const order = new Intl.DateTimeFormat(locale(), DIGITS).formatToParts(new Date(0)).map(({ type }) => type);
  return order.indexOf('month') < order.indexOf('day');
}

function existing(year, month, day) {
  const said = [year, `${month}`.padStart(2, '0'), ...(day === undefined ? [] : [`${day}`.padStart(2, '0')])].join('-');
  const whole = day === undefined ? `${said}-01` : said;
  const date = new Date(`${whole}T12:00:00Z`);
  return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(whole) ? said : null;
}
