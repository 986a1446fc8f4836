import { html } from 'lit';
import { api } from '../../core/api.js';
import { entries, field } from '../../core/forms.js';
import { t } from '../../core/i18n.js';
import { Doing } from '../../core/work.js';
import { Modal } from '../../parts/modal.js';
import { ownTime, visitTime } from '../../parts/when.js';

/**
 * The dialog that cancels a visit.
 *
 * @param {(act: (etag) => Promise, isDone: (visit) => boolean) => Promise<boolean>} change of the visit, see `Visit`
 * @param {() => void} done what follows
 */
export class Cancellation {
  #modal;
  #cancelling;

  constructor(host, change, done) {
    this.#modal = new Modal(host);
    this.#cancelling = new Doing(host, async (form) => {
      const { id } = this.#modal.about;
      const cancelled = await change(
        (etag) => api.post(`/appointments/${id}/cancel`, entries(form), { etag }),
        (visit) => visit.status === 'cancelled',
      );
      this.#modal.close();
      if (cancelled) {
        done();
      }
    });
  }

  open(visit) {
    this.#cancelling.clear();
    this.#modal.open(visit);
  }

  #submit = (event) => {
    event.preventDefault();
    this.#cancelling.start(event.target);
  };

  render(names) {
    return this.#modal.render(
      'cancel-title',
      t('visit.cancel.title'),
      (visit) => html`
        <p>${t('visit.cancel.text', { when: visitTime(visit), provider: names.providerName(visit.providerId) })} ${ownTime(visit)}</p>
        <form novalidate @submit=${this.#submit}>
          ${field({ id: 'cancel-reason', name: 'reason', label: t('visit.cancel.reason'), required: false, rows: 2, maxlength: 500 })}
          ${this.#cancelling.note()}
          <div class="actions">
            <button type="submit" class="danger" aria-busy=${this.#cancelling.slow}>${t('visit.cancel.do')}</button>
            <button type="button" class="secondary" @click=${() => this.#modal.close()}>${t('visit.cancel.keep')}</button>
          </div>
        </form>
      `,
    );
  }
}
