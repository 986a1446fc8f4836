import { html, nothing } from 'lit';
import { api } from '../../core/api.js';
import { Form } from '../../core/forms.js';
import { t } from '../../core/i18n.js';
import { dayOf, dayText } from '../../core/time.js';
import { Doing } from '../../core/work.js';
import { Modal } from '../../parts/modal.js';

/** The dialog that changes why a patient comes and the cover that pays. Its parameters are those of `Cancellation`. */
export class Amendment {
  #modal;
  #amending;
  #form;

  constructor(host, change, done) {
    this.#modal = new Modal(host);
    this.#amending = new Doing(host, async (given) => {
      const { visit } = this.#modal.about;
      const amended = await change(
        (etag) => api.patch(`/appointments/${visit.id}`, given, { etag }),
        (now) => now.reason === given.reason && now.insuranceId === given.insuranceId,
      );
      this.#modal.close();
      if (amended) {
        done();
      }
    });
    this.#form = new Form(host, this.#amending);
  }

  open(visit, covers) {
    this.#form.clear();
    this.#modal.open({ visit, covers });
  }

  render() {
    return this.#modal.render(
      'amend-title',
      t('visit.amend.title'),
      ({ visit, covers }) => html`
        <form novalidate @submit=${this.#form.submit}>
          ${this.#form.field({
            id: 'amend-reason',
            name: 'reason',
            label: t('visit.reason'),
            value: visit.reason ?? '',
            required: false,
            rows: 4,
            maxlength: 500,
          })}
          ${this.#form.field({
            id: 'amend-cover',
            name: 'insuranceId',
            label: t('visit.cover'),
            value: visit.insuranceId ?? '',
            required: false,
            options: [['', t('visit.cover.none')], ...usable(covers, visit).map((cover) => [cover.id, coverText(cover)])],
          })}
          ${covers.length === 0 ? html`<p><a href="/app/covers">${t('visit.cover.add')}</a></p>` : nothing}
          ${this.#amending.note()}
          <div class="actions">
            <button type="submit" aria-busy=${this.#amending.slow}>${t('shell.save')}</button>
          </div>
        </form>
      `,
    );
  }
}

/** The covers that can be named: those that are valid on the visit's day where the provider is, and the one that is. */
const usable = (covers, { start, timeZone, insuranceId }) =>
  covers.filter(({ id, expiryDate }) => id === insuranceId || expiryDate >= dayOf(start, timeZone));

/** A cover in one line. */
export const coverText = ({ insurer, policyNumber, expiryDate }) =>
  t('visit.cover.text', { insurer, policyNumber, until: dayText(expiryDate) });
