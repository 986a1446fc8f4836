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
 * One search for a time: by a provider's name or what one calls what they do (R-PERS-6), by what providers do, by the kind of visit, or simply the first that is free. The search is in the address.
 * Times that are taken meanwhile give way to the next ones, in their place (R-AVAIL-8).
 */
class FindTimes extends MiadiElement {
  static properties = { query: { attribute: false } };

  /** How many are shown; whoever comes back finds as many again. */
  #shown = Math.max(SHOWN, Number(history.state?.shown) || 0);
  #rest;
  #watching;
  #watched = '';
  #begun = false;
  #choices = new Loading(this, async (signal) => {
    const [specializations, types] = await Promise.all([readSpecializations(signal), readTypes()]);
    return { specializations, types };
  });
  #found = new Loading(this, async (signal) => this.#filled(await find(this.query, signal), this.#shown, signal));
  #more = new Doing(this, async () => {
    const before = this.#visible.length;
    const filled = await this.#filled(this.#found.value, this.#shown + SHOWN);
    if (!this.isConnected) {
      return;
    }
    this.#found.value = filled;
    this.#show(this.#shown + SHOWN);
    await this.#tellMore(before);
  });

  connectedCallback() {
    super.connectedCallback();
    this.#choices.start();
    this.#arrive();
  }

  /** Where one comes back to, one finds again what one saw. */
  async #arrive() {
    const { top } = history.state ?? {};
    await this.#found.start();
    if (top && this.isConnected) {
      await this.updateComplete;
      scrollTo(0, top);
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#rest);
    this.#watching?.abort();
    this.#watched = '';
  }

  async #search() {
    this.#show(SHOWN);
    await this.#found.start();
    if (this.#found.value) {
      announce(t(this.#hasMore ? 'find.found.first' : 'find.found', { count: this.#visible.length }));
    }
  }

  #show(count) {
    this.#shown = count;
    router.remember({ shown: count });
  }

  /** What was found, with as many providers as shall be shown, if there are so many. */
  #filled(found, count, signal) {
    const missing = count - found.offers.length;
    return missing > 0 && found.rest?.length !== 0 ? findMore(this.query, found, missing, signal) : found;
  }

  get #hasMore() {
    const { offers, rest } = this.#found.value;
    return offers.length > this.#shown || rest?.length !== 0;
  }

  /** Says how many came, and goes to the first of them: where nobody is left, the button is gone. */
  async #tellMore(before) {
    const count = this.#visible.length - before;
    const none = this.#hasMore ? '' : t('find.more.none');
    announce(count ? `${t('find.more.found', { count })} ${none}` : none);
    this.requestUpdate();
    await this.updateComplete;
    const next = this.querySelectorAll('li[data-provider]')[before]?.querySelector('a') ?? this.querySelector('#found-title');
    next.focus();
  }

  #change(form, rest) {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => {
      const { name, what, type } = entries(form);
      this.query = { ...(name && { name }), ...(what && { what }), ...(type && { type }) };
      router.note(this.query);
      this.#search();
    }, rest);
  }

  #clear() {
    this.querySelector('form').reset();
    this.query = {};
    router.note({});
    this.#search();
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
      this.#found.start();
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
          ${field({ name: 'name', type: 'search', label: t('find.name'), hint: t('find.name.hint'), value: this.query.name ?? '', maxlength: 100, required: false, plain: true })}
          ${this.#choose()}
        </form>
      </search>
      <section class="found" aria-labelledby="found-title">
        <h2 id="found-title" tabindex="-1">${this.query.name || this.query.what ? t('find.matches') : t('find.first')}</h2>
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
    if (!this.#found.value.offers.length) {
      return this.#nothing();
    }
    return html`
      <ul class="grid-cards">
        ${repeat(
          this.#visible,
          ({ provider }) => provider.id,
          (one) => html`<li data-provider=${one.provider.id}>${offer(one, this.query)}</li>`,
        )}
      </ul>
      ${this.#more.note()}
      ${this.#hasMore
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
