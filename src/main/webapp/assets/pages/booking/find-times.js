import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { announce } from '../../core/announce.js';
import { MiadiElement } from '../../core/element.js';
import { entries, field } from '../../core/forms.js';
import { t } from '../../core/i18n.js';
import { router } from '../../core/router.js';
import { watchSlots } from '../../core/slot-events.js';
import { Doing, Loading } from '../../core/work.js';
import { offer } from './offer.js';
import { find, findMore, readSpecializations, timesOf } from './search.js';
import { readTypes, typeOptions } from './types.js';

/** How long one must rest from typing before the search goes out, in milliseconds. */
const REST_MILLIS = 300;
const SHOWN = 12;

/**
 * One search for a time: by a provider's name, by what providers do, by the kind of visit, or simply the first that is free. The search is in the address.
 * Times that are taken meanwhile give way to the next ones, in their place (R-AVAIL-8).
 */
class FindTimes extends MiadiElement {
  static properties = { query: { attribute: false } };

  #shown = SHOWN;
  #rest;
  #watching;
  #watched = '';
  #begun = false;
  #choices = new Loading(this, async (signal) => {
    const [specializations, types] = await Promise.all([readSpecializations(signal), readTypes()]);
    return { specializations, types };
  });
  #found = new Loading(this, (signal) => find(this.query, signal));
  #more = new Doing(this, async () => {
    this.#shown += SHOWN;
    if (this.#shown > this.#found.value.offers.length && this.#found.value.cursor) {
      this.#found.value = await findMore(this.query, this.#found.value);
    }
  });

  connectedCallback() {
    super.connectedCallback();
    this.#choices.start();
    this.#search();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#rest);
    this.#watching?.abort();
    this.#watched = '';
  }

  async #search({ tell = false } = {}) {
    this.#shown = SHOWN;
    await this.#found.start();
    if (tell && this.#found.value) {
      announce(t('find.found', { count: this.#found.value.offers.length }));
    }
  }

  #change(form, rest) {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => {
      const { name, what, type } = entries(form);
      this.query = { ...(name && { name }), ...(what && { what }), ...(type && { type }) };
      router.note(this.query);
      this.#search({ tell: true });
    }, rest);
  }

  #clear() {
    this.querySelector('form').reset();
    this.query = {};
    router.note({});
    this.#search({ tell: true });
    this.querySelector('input').focus();
  }

  updated() {
    const ids = this.#visible.map(({ provider }) => provider.id);
    const watched = [...ids].sort().join();
    if (watched !== this.#watched && this.isConnected) {
      this.#watched = watched;
      this.#begun = false;
      this.#watching?.abort();
      this.#watching = new AbortController();
      const { signal } = this.#watching;
      if (ids.length) {
        watchSlots({ providerId: ids, signal, changed: (change) => (change ? this.#renew(change.providerId, signal) : this.#reset()) });
      }
    }
  }

  /** Changes may have been missed; but when the watching has just begun, everything has just been read. */
  #reset() {
    if (this.#begun) {
      this.#search();
    }
    this.#begun = true;
  }

  get #visible() {
    return (this.#found.value?.offers ?? []).slice(0, this.#shown);
  }

  /** Reads one provider's times again. Whoever has the focus on one of them keeps it with that provider. */
  async #renew(id, signal) {
    const seen = this.#found.value?.offers.find(({ provider }) => provider.id === id);
    const times = seen && (await timesOf(id, this.query.type, signal).catch(() => null));
    if (times && this.#found.value.offers.includes(seen)) {
      const focused = document.activeElement;
      const card = focused?.closest('li[data-provider]');
      seen.times = times;
      this.requestUpdate();
      await this.updateComplete;
      if (card?.dataset.provider === id && !focused.isConnected) {
        card.querySelector('a')?.focus();
      }
    }
  }

  render() {
    return html`
      <search>
        <form
          class="find"
          @input=${(event) => this.#change(event.currentTarget, event.target.name === 'name' ? REST_MILLIS : 0)}
          @submit=${(event) => {
            event.preventDefault();
            this.#change(event.currentTarget, 0);
          }}
        >
          ${field({ name: 'name', type: 'search', label: t('find.name'), value: this.query.name ?? '', maxlength: 100, required: false, plain: true })}
          ${this.#choose()}
        </form>
      </search>
      <section class="found" aria-labelledby="found-title">
        <h2 id="found-title">${this.query.name || this.query.what ? t('find.matches') : t('find.first')}</h2>
        ${this.#found.render(() => this.#offers())}
      </section>
    `;
  }

  #choose() {
    const { specializations = [], types = [] } = this.#choices.value ?? {};
    const what = [['', t('find.what.any')], ...specializations.map((one) => [one, one])];
    return html`
      ${field({ name: 'what', label: t('find.what'), value: this.query.what ?? '', options: what, required: false, plain: true })}
      ${types.length
        ? field({ name: 'type', label: t('find.type'), value: this.query.type ?? '', options: typeOptions(types), required: false, plain: true })
        : nothing}
    `;
  }

  #offers() {
    const { offers, cursor } = this.#found.value;
    if (!offers.length) {
      return this.#nothing();
    }
    return html`
      <ul class="grid-cards">
        ${repeat(
          this.#visible,
          ({ provider }) => provider.id,
          (one, index) => html`<li data-provider=${one.provider.id}>${offer(one, { type: this.query.type, soonest: index === 0 })}</li>`,
        )}
      </ul>
      ${this.#more.note()}
      ${offers.length > this.#shown || cursor
        ? html`<p class="more"><button type="button" class="secondary" aria-busy=${this.#more.slow} @click=${() => this.#more.start()}>${t('find.more')}</button></p>`
        : nothing}
    `;
  }

  #nothing() {
    const asked = Object.keys(this.query).length > 0;
    return html`
      <p>${this.query.name ? t('find.nobody', { name: this.query.name }) : t('find.nothing')}</p>
      ${asked ? html`<button type="button" @click=${() => this.#clear()}>${t('find.clear')}</button>` : nothing}
    `;
  }
}

customElements.define('m-find-times', FindTimes);
