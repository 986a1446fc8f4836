import { t } from '../../core/i18n.js';

/** How long it takes: "30 minutes". */
export const lasting = ({ start, end }) => t('book.lasting', { count: (Date.parse(end) - Date.parse(start)) / 60_000 });
