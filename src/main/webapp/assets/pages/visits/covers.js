import { html, nothing } from 'lit';
import { t } from '../../core/i18n.js';
import { Listing } from '../../core/listing.js';
import { Page } from '../../core/page.js';
import { session } from '../../core/session.js';
import { dayText, ownZone, today } from '../../core/time.js';
import { Editor } from '../../parts/editor.js';

/** A patient's insurance covers. */
class Covers extends Page {
  #path = `/patients/${session.user.personId}/insurance`;
  #list = new Listing(this, this.#path);
  #editor = new Editor(this, {
    path: '/insurance',
    list: () => this.#path,
    title: (cover) => cover?.insurer ?? t('cover.new'),
    fields,
    body: (given) => given,
    removable: () => t('cover.remove'),
    refused,
    saved: () => this.#list.start(),
  });

  connectedCallback() {
    super.connectedCallback();
    this.#list.start();
  }

  render() {
    return html`
      <div class="heading">
        <h1>${t('shell.covers')}</h1>
        <button type="button" @click=${() => this.#editor.create()}>${t('cover.new')}</button>
      </div>
      <p class="muted">${t('cover.text')}</p>
      ${this.#list.render(
        (covers) => html`<ul class="grid-cards">${covers.map((cover) => this.#card(cover))}</ul>`,
        html`<p class="card empty">${t('cover.none')}</p>`,
      )}
      ${this.#editor.render()}
    `;
  }

  #card(cover) {
    return html`
      <li class="card cover">
        <h2 dir="auto">${cover.insurer}</h2>
        <p class="policy">${cover.policyNumber}</p>
        ${cover.policyNumberConfirmed ? nothing : html`<p class="muted">${t('cover.claim')}</p>`}
        <p>
          ${cover.valid
            ? html`<span class="badge good"><span aria-hidden="true">✓</span>${t('cover.valid')}</span>`
            : html`<span class="badge bad"><span aria-hidden="true">✕</span>${t('cover.expired')}</span>`}
          <span class="muted">${t(cover.valid ? 'cover.until' : 'cover.ended', { day: dayText(cover.expiryDate) })}</span>
        </p>
        <button type="button" class="secondary" aria-label=${t('cover.change.which', cover)} @click=${() => this.#editor.change(cover.id)}>
          ${t('cover.change')}
        </button>
      </li>
    `;
  }
}

const REFUSALS = { duplicate: 'cover.duplicate', 'in-use': 'cover.inUse' };

const refused = ({ slug }) => {
  const text = REFUSALS[slug];
  return text && html`<div class="note problem" role="alert"><p>${t(text)}</p></div>`;
};

const fields = (cover) => [
  { name: 'insurer', label: t('cover.insurer'), value: cover?.insurer ?? '', maxlength: 120, hint: t('cover.insurer.hint') },
  { name: 'policyNumber', label: t('cover.policyNumber'), value: cover?.policyNumber ?? '', maxlength: 60, hint: t('cover.policyNumber.hint') },
  {
    name: 'expiryDate',
    label: t('cover.expiryDate'),
    type: 'date',
    value: cover?.expiryDate ?? '',
    min: cover ? undefined : today(ownZone()),
  },
];

customElements.define('m-covers', Covers);
