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
    asking ??= ask().finally(() => (asking = null));
    if (!(await asking)) {
      return false;
    }
    forgetUnsaved();
  }
  return true;
}

export const forgetUnsaved = () => holders.clear();

/** Asks, in a dialog of our own: the browser's would speak its own language. Closing it is staying. */
async function ask() {
  const dialog = document.createElement('dialog');
  dialog.setAttribute('aria-labelledby', 'unsaved-title');
  const answer = (value) => () => dialog.close(value);
  render(
    html`
      <article>
        <h2 id="unsaved-title">${t('shell.unsaved')}</h2>
        <p>${t('shell.unsaved.text')}</p>
        <div class="actions">
          <button type="button" @click=${answer('stay')}>${t('shell.unsaved.stay')}</button>
          <button type="button" class="danger" @click=${answer('leave')}>${t('shell.unsaved.leave')}</button>
        </div>
      </article>
    `,
    dialog,
  );
  document.body.append(dialog);
  dialog.showModal();
  await new Promise((resolve) => dialog.addEventListener('close', resolve, { once: true }));
  dialog.remove();
  return dialog.returnValue === 'leave';
}

addEventListener('beforeunload', (event) => {
  if (isUnsaved()) {
    event.preventDefault();
  }
});
