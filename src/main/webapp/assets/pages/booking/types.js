/** Which appointment types one may choose from. */
import { t } from '../../core/i18n.js';
import { session } from '../../core/session.js';
import { appointmentTypes } from '../../core/types.js';

/** The types that whoever is signed in may book: patients only those that are open to them (R-BOOK-4). */
export async function readTypes() {
  return [...(await appointmentTypes()).values()].filter(({ patientsMayBook }) => patientsMayBook || session.user.role !== 'patient');
}

/** The types to choose from in a field; the first choice is a visit of no type. */
export const typeOptions = (types) => [
  ['', t('find.type.any')],
  ...types.map(({ id, name, durationMinutes }) => [id, t('find.type.minutes', { name, count: durationMinutes })]),
];
