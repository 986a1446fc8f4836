import { t } from '../core/i18n.js';
import { nameOf, patients } from '../core/people.js';
import { Editor } from './editor.js';
import { genderOptions } from './genders.js';
import { birthField, nameFields, personFaults, personOf } from './person-fields.js';

/** The dialog in which a patient's file is opened or corrected. @param {(patient, before) => void} saved what follows */
export const patientEditor = (host, saved) =>
  new Editor(host, {
    path: '/patients',
    title: (patient) => (patient ? nameOf(patient) : t('staff.patient.new')),
    fields,
    check: (patient, given) => personFaults(given),
    body: personOf,
    saved: (patient, before) => {
      patients.forget(patient.id);
      saved(patient, before);
    },
  });

function fields(patient) {
  const of = (name) => patient?.[name] ?? '';
  return [
    ...nameFields(patient).map((one) => ({ ...one, autocomplete: 'off' })),
    birthField(patient, { required: false }),
    { name: 'gender', label: t('staff.gender'), value: of('gender'), required: false, options: genderOptions() },
    { name: 'phone', label: t('account.phone'), type: 'tel', value: of('phone'), maxlength: 30, required: false, hint: t('account.phone.hint') },
    { name: 'email', label: t('account.email'), type: 'email', value: of('email'), maxlength: 254, required: false },
    { name: 'nationalId', label: t('staff.nationalId'), value: of('nationalId'), maxlength: 40, required: false },
  ];
}
