import { t } from '../core/i18n.js';
import { nameOf, patients } from '../core/people.js';
import { ownZone, today } from '../core/time.js';
import { Editor } from './editor.js';
import { genderOptions } from './genders.js';

/** The dialog in which a patient's file is opened or corrected. @param {(patient, before) => void} saved what follows */
export const patientEditor = (host, saved) =>
  new Editor(host, {
    path: '/patients',
    title: (patient) => (patient ? nameOf(patient) : t('staff.patient.new')),
    fields,
    body: (given) => given,
    saved: (patient, before) => {
      patients.forget(patient.id);
      saved(patient, before);
    },
  });

function fields(patient) {
  const of = (name) => patient?.[name] ?? '';
  return [
    { name: 'firstName', label: t('account.firstName'), value: of('firstName'), maxlength: 120 },
    { name: 'lastName', label: t('account.lastName'), value: of('lastName'), maxlength: 120 },
    { name: 'dateOfBirth', label: t('account.dateOfBirth'), type: 'date', value: of('dateOfBirth'), max: today(ownZone()), required: false },
    { name: 'gender', label: t('staff.gender'), value: of('gender'), required: false, options: genderOptions() },
    { name: 'phone', label: t('account.phone'), type: 'tel', value: of('phone'), maxlength: 30, required: false, hint: t('account.phone.hint') },
    { name: 'email', label: t('account.email'), type: 'email', value: of('email'), maxlength: 254, required: false },
    { name: 'nationalId', label: t('staff.nationalId'), value: of('nationalId'), maxlength: 40, required: false },
  ];
}
