import { t } from '../core/i18n.js';

/** The choices of a gender, with none first. */
export const genderOptions = () => [
  ['', '—'],
  ['female', t('words.gender.female')],
  ['male', t('words.gender.male')],
  ['other', t('words.gender.other')],
  ['unknown', t('words.gender.unknown')],
];
