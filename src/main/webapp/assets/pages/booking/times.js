import { html, nothing } from 'lit';
import { api } from '../../core/api.js';
import { field } from '../../core/forms.js';
import { search } from '../../core/http.js';
import { t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { nameOf } from '../../core/people.js';
import { router } from '../../core/router.js';
import { Loading } from '../../core/work.js';
import { back } from '../../parts/back.js';
import { work } from './offer.js';
import { readTypes, typeOptions } from './types.js';
import { bookingOf } from './ways.js';
import '../../parts/slot-picker.js';

/** One provider's free times by day; one of them is picked, and booked on the next page. The day and the type are in the address. */
class Times extends Page {
  #reading = new Loading(this, async (signal) => {
    const [{ data }, types] = await Promise.all([api.get(`/providers/${this.params.id}`, {}, { signal }), readTypes()]);
    return { provider: data, types };
  });

  connectedCallback() {
    super.connectedCallback();
    this.#reading.start();
  }

  #note(change) {
    this.query = { ...this.query, ...change };
    router.note(this.query);
  }

  #book({ start }) {
    const to = bookingOf(this.#reading.value.provider, start, this.query.type);
    if (to) {
      router.go(to);
    }
  }

  render() {
    return html`${this.#reading.render((read) => this.#content(read))}`;
  }

  #content({ provider, types }) {
    const { name, what, type } = this.query;
    return html`
      ${back(`/app/find${search({ name, what, type })}`, t('find.others'))}
      <h1>${nameOf(provider)}</h1>
      <p class="muted">${work(provider)}</p>
      ${bookingOf(provider) ? nothing : html`<div class="note">${t('find.look', { name: nameOf(provider) })}</div>`}
      ${types.length ? this.#type(types) : nothing}
      <m-slot-picker
        .providerId=${provider.id}
        .typeId=${this.query.type}
        .zone=${provider.timeZone}
        .day=${this.query.day}
        @day=${(event) => this.#note({ day: event.detail })}
        @pick=${(event) => this.#book(event.detail)}
      ></m-slot-picker>
    `;
  }

  #type(types) {
    const change = (event) => this.#note({ type: event.target.value || undefined, day: undefined });
    return html`<div class="narrow-field">
      ${field({ name: 'type', label: t('find.type'), value: this.query.type ?? '', options: typeOptions(types), change })}
    </div>`;
  }
}

customElements.define('m-times', Times);
