/** The fields of a human being that have ways of their own (R-PERS-4): of two names one is enough, and a birth is said as one knows it. */
import { birthDate, birthDigits, birthWords } from '../core/birth.js';
import { t } from '../core/i18n.js';
import { dayText, ownZone, today } from '../core/time.js';

const EARLIEST = '1870-01-01';
const EXAMPLE = '1957-03-14';

/** First and last name, as `field` takes them. */
export const nameFields = (person = null) => [
  { name: 'firstName', label: t('account.firstName'), value: person?.firstName ?? '', autocomplete: 'given-name', ...NAME },
  { name: 'lastName', label: t('account.lastName'), value: person?.lastName ?? '', autocomplete: 'family-name', hint: t('account.name.hint'), ...NAME },
];

/** Each of them may be missing, which is no reason to call both optional. */
const NAME = { maxlength: 120, required: false, plain: true };

/** The date of birth. Once it is typed, it shows how it was understood. */
export const birthField = (person = null, more = {}) => ({
  name: 'dateOfBirth',
  label: t('account.dateOfBirth'),
  value: birthWords(person?.dateOfBirth),
  maxlength: 60,
  hint: t('account.birth.hint', { day: birthDigits(EXAMPLE) }),
  change: ({ target }) => {
    target.value = birthWords(birthDate(target.value)) || target.value;
  },
  ...more,
});

/** What the API takes of what such fields hold. */
export const personOf = (given) => ('dateOfBirth' in given ? { ...given, dateOfBirth: given.dateOfBirth && birthDate(given.dateOfBirth) } : given);

/** What is wrong with them, by name. */
export function personFaults({ firstName, lastName, dateOfBirth }) {
  const faults = {};
  if (!firstName && !lastName) {
    faults.firstName = t('account.name.missing');
  }
  if (dateOfBirth) {
    const fault = birthFault(birthDate(dateOfBirth));
    Object.assign(faults, fault && { dateOfBirth: fault });
  }
  return faults;
}

function birthFault(birth) {
  const latest = today(ownZone());
  if (birth === null) {
    return t('account.birth.fault', { day: birthDigits(EXAMPLE) });
  }
  if (birth > latest) {
    return t('shell.fault.high', { max: dayText(latest) });
  }
  return birth < EARLIEST.slice(0, birth.length) ? t('shell.fault.low', { min: dayText(EARLIEST) }) : null;
}
