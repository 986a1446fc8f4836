import { html } from 'lit';
import { announce } from '../core/announce.js';
import { api } from '../core/api.js';
import { entries, field } from '../core/forms.js';
import { t } from '../core/i18n.js';
import { session } from '../core/session.js';
import { Doing } from '../core/work.js';

/**
 * Confirms what a patient says of themselves (R-PERS-2), beside where it stands. What is confirmed of somebody else, an admin takes from them with a
 * reason. What changed meanwhile is shown first, not confirmed (R-BOOK-11).
 */
export class Confirming {
  #host;
  #about = null;
  #doing;

  /** @param {() => Promise} done what follows: the page reads anew */
  constructor(host, done) {
    this.#host = host;
    this.#doing = new Doing(host, async ({ path, name, value, body }, given) => {
      const { data, etag } = await api.get(path);
      if (data[name] === value) {
        await api.post(`${path}/confirmations`, { ...body, ...given }, { etag });
        announce(t('staff.claim.done'));
      } else {
        announce(t('shell.stale'));
      }
      this.#about = null;
      await done();
    });
  }

  /** Says that it is a claim, and confirms it. @param {object} one `path` of what has it, `name` and `value` of it there, `what` in words, `body` that confirms it */
  render(one) {
    const begin = () => {
      this.#about = one;
      this.#doing.clear();
      return this.#doing.start(one, {});
    };
    return html`
      <span class="badge">${t('staff.claim')}</span>
      <button type="button" class="link" aria-label=${t('staff.claim.which', { what: one.what })} @click=${begin}>${t('staff.claim.confirm')}</button>
    `;
  }

  /** What came of it, where it was refused. */
  note() {
    if (!this.#about || this.#doing.error?.slug !== 'duplicate') {
      return this.#doing.note();
    }
    return session.user?.role === 'admin' ? this.#settling(this.#about) : html`<div class="note problem" role="alert"><p>${t('staff.claim.taken')}</p></div>`;
  }

  #settling(one) {
    const submit = (event) => {
      event.preventDefault();
      const { reason } = entries(event.target);
      if (reason) {
        this.#doing.start(one, { reason });
      }
    };
    return html`
      <form class="note warn" novalidate @submit=${submit}>
        <p role="alert">${t('staff.claim.settle', { what: one.what })}</p>
        ${field({ name: 'reason', id: 'claim-reason', label: t('staff.claim.reason'), maxlength: 500, hint: t('staff.claim.reason.hint') })}
        <button type="submit">${t('staff.claim.take')}</button>
        <button type="button" class="secondary" @click=${() => this.#leave()}>${t('shell.close')}</button>
      </form>
    `;
  }

  #leave() {
    this.#about = null;
    this.#doing.clear();
    this.#host.requestUpdate();
  }
}
