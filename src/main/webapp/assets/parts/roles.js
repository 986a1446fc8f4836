import { t } from '../core/i18n.js';

const ROLES = { admin: 'words.role.admin', provider: 'words.role.provider', patient: 'words.role.patient' };

export const roleText = (role) => (ROLES[role] ? t(ROLES[role]) : role);

/** The choices of a role. */
export const roleOptions = () => Object.keys(ROLES).map((role) => [role, roleText(role)]);
