import { html, nothing } from 'lit';
import { announce } from '../core/announce.js';
import { api } from '../core/api.js';
import { MiadiElement } from '../core/element.js';
import { t } from '../core/i18n.js';
import { cadreOf, nameOf } from '../core/people.js';
import { dayText } from '../core/time.js';
import { Loading } from '../core/work.js';

/** How long one must rest from typing before the search goes out, in milliseconds. */
const REST_MILLIS = 250;
const SHOWN = 8;

/**
 * A field in which one finds a patient or a provider by typing what is known of them (R-PERS-6): the combobox of the ARIA Authoring Practices.
 * Fires `choose` with the person, or with null when the choice is taken back.
 */
export class PersonSearch extends MiadiElement {
  static properties = {
    /** `patients` or `providers`. */
    of: {},
    label: {},
    hint: {},
    /** Who is chosen; null while nobody is. */
    person: { attribute: false },
    fault: {},
    /** What to say when nobody is found. */
    none: {},
  };

  #term = '';
  #active = -1;
  #open = false;
  #rest;
  #found = new Loading(this, async (signal) => {
    const { data } = await api.find(`/${this.of}`, { search: this.#term, limit: SHOWN }, { signal });
    announce(t('shell.search.found', { count: data.items.length }));
    return data.items;
  });

  constructor() {
    super();
    this.person = null;
    this.of = 'patients';
  }

  #type(event) {
    this.#term = event.target.value.trim();
    this.#active = -1;
    this.#open = this.#term !== '';
    clearTimeout(this.#rest);
    if (this.#open) {
      this.#rest = setTimeout(() => this.#found.start(), REST_MILLIS);
    }
    if (this.person) {
      this.#choose(null);
    }
    this.requestUpdate();
  }

  #key(event) {
    const found = this.#found.value ?? [];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && this.#open && found.length) {
      event.preventDefault();
      this.#active = (this.#active + step + found.length) % found.length;
    } else if (event.key === 'Enter' && this.#open && found[this.#active]) {
      event.preventDefault();
      this.#choose(found[this.#active]);
    } else if (event.key === 'Escape' && this.#open) {
      event.preventDefault();
      this.#open = false;
    }
    this.requestUpdate();
  }

  #choose(person) {
    this.person = person;
    if (person) {
      this.#open = false;
      this.#term = nameOf(person);
    }
    this.dispatchEvent(new CustomEvent('choose', { detail: person }));
  }

  /** What tells people of one name apart, and by what they were found (R-PERS-6). */
  #known(person) {
    if (this.of === 'providers') {
      return [cadreOf(person), person.specialization];
    }
    const asked = this.#term.replace(/[^0-9]/g, '').replace(/^0+/, '');
    const called = asked.length >= 4 && person.phone?.replace(/[^0-9]/g, '').includes(asked);
    return [person.patientNumber, person.dateOfBirth && dayText(person.dateOfBirth), called && person.phone];
  }

  render() {
    const id = `search-${this.of}`;
    const found = this.#found.value ?? [];
    const told = [this.hint && `${id}-hint`, this.fault && `${id}-fault`].filter(Boolean).join(' ') || nothing;
    return html`
      <div class="field combobox" @focusout=${(event) => this.#left(event)}>
        <label for=${id}>${this.label}</label>
        <input
          id=${id}
          type="text"
          role="combobox"
          autocomplete="off"
          maxlength="100"
          aria-autocomplete="list"
          aria-expanded=${this.#open}
          aria-controls="${id}-list"
          aria-activedescendant=${this.#open && this.#active >= 0 ? `${id}-${this.#active}` : nothing}
          aria-describedby=${told}
          aria-invalid=${this.fault ? 'true' : nothing}
          .value=${this.person ? nameOf(this.person) : this.#term}
          @input=${this.#type}
          @keydown=${this.#key}
        />
        <ul id="${id}-list" role="listbox" aria-label=${this.label} ?hidden=${!this.#open || found.length === 0}>
          ${found.map(
            (person, place) => html`
              <li
                id="${id}-${place}"
                role="option"
                aria-selected=${place === this.#active}
                @mousedown=${(event) => event.preventDefault()}
                @click=${() => this.#choose(person)}
              >
                <span>${nameOf(person)}</span>
                <small>${this.#known(person).filter(Boolean).join(', ')}</small>
              </li>
            `,
          )}
        </ul>
        ${this.#term && !this.person && this.#found.value && found.length === 0 ? html`<small>${this.none ?? t('shell.search.none')}</small>` : nothing}
        ${this.hint ? html`<small id="${id}-hint">${this.hint}</small>` : nothing}
        ${this.fault ? html`<small id="${id}-fault" class="fault">${this.fault}</small>` : nothing}
      </div>
    `;
  }

  #left(event) {
    if (!this.contains(event.relatedTarget)) {
      this.#open = false;
      this.requestUpdate();
    }
  }
}

customElements.define('m-person-search', PersonSearch);
