/** What somebody has typed and not saved yet: nobody leaves it without being asked. */
import { t } from './i18n.js';

const holders = new Set();

/** Says whether that holder has something unsaved. */
export function holdUnsaved(holder, has) {
  if (has) {
    holders.add(holder);
  } else {
    holders.delete(holder);
  }
}

/** Whether one may go on: when nothing is unsaved, or when the person says so, who then has given it up. */
export function mayLeave() {
  if (holders.size > 0 && !confirm(t('shell.unsaved'))) {
    return false;
  }
  holders.clear();
  return true;
}

addEventListener('beforeunload', (event) => {
  if (holders.size > 0) {
    event.preventDefault();
  }
});
