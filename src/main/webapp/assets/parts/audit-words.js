import { t } from '../core/i18n.js';

const ENTITIES = {
  patient: 'audit.entity.patient',
  provider: 'audit.entity.provider',
  user: 'audit.entity.user',
  appointment_type: 'audit.entity.appointment_type',
  availability: 'audit.entity.availability',
  exception: 'audit.entity.exception',
  appointment: 'audit.entity.appointment',
  hold: 'audit.entity.hold',
  insurance: 'audit.entity.insurance',
  record: 'audit.entity.record',
  audit: 'audit.entity.audit',
  other: 'audit.entity.other',
};

const ACTIONS = {
  read: 'audit.action.read',
  created: 'audit.action.created',
  changed: 'audit.action.changed',
  removed: 'audit.action.removed',
  exported: 'audit.action.exported',
  opened_in_emergency: 'audit.action.opened_in_emergency',
  erased: 'audit.action.erased',
  imported: 'audit.action.imported',
  reencrypted: 'audit.action.reencrypted',
  verified: 'audit.action.verified',
  booked: 'audit.action.booked',
  rescheduled: 'audit.action.rescheduled',
  cancelled: 'audit.action.cancelled',
  checked_in: 'audit.action.checked_in',
  completed: 'audit.action.completed',
  no_show: 'audit.action.no_show',
  corrected: 'audit.action.corrected',
  amended: 'audit.action.amended',
  confirmed: 'audit.action.confirmed',
  unconfirmed: 'audit.action.unconfirmed',
  signed_in: 'audit.action.signed_in',
  signed_out: 'audit.action.signed_out',
  password_changed: 'audit.action.password_changed',
  password_confirmed: 'audit.action.password_confirmed',
  password_reset: 'audit.action.password_reset',
  code_issued: 'audit.action.code_issued',
  linked: 'audit.action.linked',
  unlinked: 'audit.action.unlinked',
  acknowledged: 'audit.action.acknowledged',
  factor_added: 'audit.action.factor_added',
  factor_removed: 'audit.action.factor_removed',
  factor_removal_asked: 'audit.action.factor_removal_asked',
  factor_removal_refused: 'audit.action.factor_removal_refused',
  factor_removal_withdrawn: 'audit.action.factor_removal_withdrawn',
  recovery_codes_made: 'audit.action.recovery_codes_made',
};

export const entityText = (entity) => (ENTITIES[entity] ? t(ENTITIES[entity]) : entity);
export const actionText = (action) => (ACTIONS[action] ? t(ACTIONS[action]) : action);

/** The choices of what was done. */
export const actionOptions = () => Object.keys(ACTIONS).map((action) => [action, actionText(action)]);

/** The choices of a kind of thing. */
export const entityOptions = () => Object.keys(ENTITIES).map((entity) => [entity, entityText(entity)]);
