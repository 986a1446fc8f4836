/** Forms, and their fields: each with its label, its hint, and what is wrong with it where it is wrong. */
import { html, nothing } from 'lit';
import { language, t } from './i18n.js';
import { dayText } from './time.js';

/** A form of a page: what is wrong with it, by what its fields demand and by what the API found; and what is done with it when nothing is. */
export class Form {
  #host;
  #doing;
  #act;
  #check;
  #faults = {};

  /**
   * @param {Doing} doing what is done with it
   * @param {object} more `act(given, form)`: how that begins, when it takes other things than what the fields hold (`entries`) and the form itself;
   *     `check()`: what is wrong besides, by name
   */
  constructor(host, doing, { act = (...given) => doing.start(...given), check = () => ({}) } = {}) {
    this.#host = host;
    this.#doing = doing;
    this.#act = act;
    this.#check = check;
  }

  /** For the event of that name: ends when that is done, or at once when something is wrong. */
  submit = async (event) => {
    event.preventDefault();
    this.#faults = { ...faultsIn(event.target), ...this.#check() };
    this.#host.requestUpdate();
    if (Object.keys(this.#faults).length === 0) {
      await this.#act(entries(event.target), event.target);
    }
  };

  /** Forgets what was wrong, as when a dialog opens anew. */
  clear() {
    this.#faults = {};
    this.#doing.clear();
  }

  /** What is wrong with the field of that name, if anything. */
  fault(name) {
    return this.#faults[name] ?? refusedField(this.#doing.problem, name);
  }

  /** A labelled field of it: `field`, with what is wrong. */
  field(one) {
    return field({ ...one, fault: this.fault(one.name) });
  }
}

/**
 * A labelled field.
 *
 * @param {object} field `name` (the request's member), `label`, `type` (text), `value`, `hint`, `fault` (what is wrong), `options` ([[value, text]…]: a choice),
 *     `rows` (a text of several lines), `plain` (not said to be optional, as in a search), `id` (where two forms of a page have a field of the same name), and any of `required`, `minlength`, `maxlength`, `min`, `max`, `step`, `pattern`, `autocomplete`, `inputmode`, `list`
 */
export function field({ name, label, value = '', hint, fault, required = true, type = 'text', options, rows, ...more }) {
  const id = more.id ?? `field-${name}`;
  const told = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ') || nothing;
  const given = { ...more, id, name, value, required, type, fault, told, options, rows };
  return html`
    <div class="field">
      <label for=${id}>${label}${required || more.plain ? nothing : html` <small>(${t('shell.optional')})</small>`}</label>
      ${options ? choice(given) : rows ? lines(given) : input(given)}
      ${hint ? html`<small id="${id}-hint">${hint}</small>` : nothing}
      ${fault ? html`<small id="${id}-fault" class="fault">${fault}</small>` : nothing}
    </div>
  `;
}

const orNothing = (value) => value ?? nothing;

const input = (given) => html`
  <input
    id=${given.id}
    name=${given.name}
    type=${given.type}
    .value=${given.value ?? ''}
    ?required=${given.required}
    ?readonly=${given.readonly}
    minlength=${orNothing(given.minlength)}
    maxlength=${orNothing(given.maxlength)}
    min=${orNothing(given.min)}
    max=${orNothing(given.max)}
    step=${orNothing(given.step)}
    pattern=${orNothing(given.pattern)}
    list=${orNothing(given.list)}
    autocomplete=${given.autocomplete ?? 'off'}
    inputmode=${orNothing(given.inputmode)}
    aria-describedby=${given.told}
    aria-invalid=${given.fault ? 'true' : nothing}
  />
`;

const lines = (given) => html`
  <textarea
    id=${given.id}
    name=${given.name}
    rows=${given.rows}
    .value=${given.value ?? ''}
    ?required=${given.required}
    maxlength=${orNothing(given.maxlength)}
    aria-describedby=${given.told}
    aria-invalid=${given.fault ? 'true' : nothing}
  ></textarea>
`;

const choice = (given) => html`
  <select
    id=${given.id}
    name=${given.name}
    ?required=${given.required}
    aria-describedby=${given.told}
    aria-invalid=${given.fault ? 'true' : nothing}
    @change=${orNothing(given.change)}
  >
    ${given.options.map(([value, text]) => html`<option value=${value} ?selected=${value === given.value}>${text}</option>`)}
  </select>
`;

/** What the form's fields hold; texts are stripped, and empty ones are null. */
export function entries(form) {
  const given = {};
  for (const [name, value] of new FormData(form)) {
    given[name] = name.toLowerCase().includes('password') ? value : value.trim() || null;
  }
  return given;
}

/**
 * What is wrong with the form by what its fields demand, by name, in our words; empty when all is well. Moves the focus to the first fault. Forms
 * carry `novalidate`, so that the browser does not speak another language than the page.
 */
export function faultsIn(form) {
  const faults = {};
  for (const element of form.elements) {
    if (element.name && !element.validity.valid) {
      faults[element.name] = demand(element);
    }
  }
  const first = [...form.elements].find((element) => element.name in faults);
  first?.focus();
  return faults;
}

function demand({ validity, minLength, maxLength, min, max, type }) {
  if (validity.valueMissing) {
    return t('shell.fault.missing');
  }
  if (validity.tooShort) {
    return t('shell.fault.short', { count: minLength });
  }
  if (validity.tooLong) {
    return t('shell.fault.long', { count: maxLength });
  }
  if (validity.rangeUnderflow) {
    return type === 'date' ? t('shell.fault.low', { min: dayText(min) }) : t('shell.fault.least', { min });
  }
  if (validity.rangeOverflow) {
    return type === 'date' ? t('shell.fault.high', { max: dayText(max) }) : t('shell.fault.most', { max });
  }
  return type === 'email' ? t('shell.fault.email') : t('shell.fault.form');
}

/** What the API found wrong with that member. Its own words are English; in another language we say where it is wrong. */
export function refusedField(problem, name) {
  const fault = problem?.faultOf(name);
  return fault && language() !== 'en' ? t('shell.fault.form') : (fault ?? undefined);
}
