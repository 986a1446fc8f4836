/** What somebody has typed and not saved yet: nobody leaves it without being asked. */
import { html, render } from 'lit';
import { t } from './i18n.js';

const holders = new Set();
let asking = null;

/** Says whether that holder has something unsaved. */
export function holdUnsaved(holder, has) {
  if (has) {
    holders.add(holder);
  } else {
    holders.delete(holder);
  }
}

/** Whether something is unsaved, so that `mayLeave` would ask. */
export const isUnsaved = () => holders.size > 0;

/** Whether one may go on: when nothing is unsaved, or when the person says so, who then has given it up. */
export async function mayLeave() {
  if (isUnsaved()) {
    asking ??= ask();
    if (!(await asking)) {
      return false;
    }
    forgetUnsaved();
  }
  return true;
}

export const forgetUnsaved = () => holders.clear();

/**
 * Asks, in a dialog of our own: the browser's would speak its own language. Closing it is staying. Once answered nothing is being asked any more,
 * at once and not when the browser has told that the dialog is closed: whoever goes on meanwhile is asked again.
 */
function ask() {
  const dialog = document.createElement('dialog');
  dialog.setAttribute('aria-labelledby', 'unsaved-title');
  return new Promise((resolve) => {
    const answer = (leave) => () => {
      if (dialog.isConnected) {
        asking = null;
        dialog.close(); // which gives the focus back
        dialog.remove();
        resolve(leave);
      }
    };
    render(
      html`
        <article>
          <h2 id="unsaved-title">${t('shell.unsaved')}</h2>
          <p>${t('shell.unsaved.text')}</p>
          <div class="actions">
            <button type="button" @click=${answer(false)}>${t('shell.unsaved.stay')}</button>
            <button type="button" class="danger" @click=${answer(true)}>${t('shell.unsaved.leave')}</button>
          </div>
        </article>
      `,
      dialog,
    );
    dialog.addEventListener('cancel', answer(false));
    dialog.addEventListener('close', answer(false));
    document.body.append(dialog);
    dialog.showModal();
  });
}

addEventListener('beforeunload', (event) => {
  if (isUnsaved()) {
    event.preventDefault();
  }
});
