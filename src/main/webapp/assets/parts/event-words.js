import { t } from '../core/i18n.js';

const DONE = {
  created: 'events.did.created',
  changed: 'events.did.changed',
  removed: 'events.did.removed',
  signed_in: 'events.did.signed_in',
  signed_out: 'events.did.signed_out',
  password_changed: 'events.did.password_changed',
  password_confirmed: 'events.did.password_confirmed',
  password_reset: 'events.did.password_reset',
  code_issued: 'events.did.code_issued',
  linked: 'events.did.linked',
  unlinked: 'events.did.unlinked',
  factor_added: 'events.did.factor_added',
  factor_removed: 'events.did.factor_removed',
  factor_removal_asked: 'events.did.factor_removal_asked',
  factor_removal_refused: 'events.did.factor_removal_refused',
  factor_removal_withdrawn: 'events.did.factor_removal_withdrawn',
  recovery_codes_made: 'events.did.recovery_codes_made',
  acknowledged: 'events.did.acknowledged',
};

const OF_PERSON = { linked: 'events.did.person_linked', unlinked: 'events.did.person_unlinked' };

const BY = {
  self: 'events.by.self',
  administrator: 'events.by.administrator',
  other: 'events.by.other',
  stranger: 'events.by.stranger',
  operator: 'events.by.operator',
  application: 'events.by.application',
};

const FIELDS = {
  email: 'events.field.email',
  username: 'events.field.username',
  role: 'events.field.role',
  personId: 'events.field.personId',
  enabled: 'events.field.enabled',
  password: 'events.field.password',
};

/** What happened: a change with what it touched. */
export function eventText({ action, entity, outcome, fields }) {
  const key = (entity === 'user' ? DONE : OF_PERSON)[action] ?? 'events.did.other';
  const what = t(key);
  const named = fields.map((field) => (FIELDS[field] ? t(FIELDS[field]) : field)).join(', ');
  const whole = named ? t('events.fields', { what, fields: named }) : what;
  return outcome === 'refused' ? t('events.refused', { what: whole }) : whole;
}

/** Who did it. */
export const byText = ({ by, byName }) => (byName ? t('events.by.named', { name: byName }) : t(BY[by] ?? 'events.by.other'));
