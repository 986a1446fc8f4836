/** Forms, and their fields: each with its label, its hint, and what is wrong with it where it is wrong. */
import { html, nothing } from 'lit';
import { draft, dropDraft, keepDraft } from './drafts.js';
import { countLeft, hidePasswords, leftId, passwordParts } from './inputs.js';
import { language, t } from './i18n.js';
import { dayText } from './time.js';

/** A form of a page: what is wrong with it, by what its fields demand and by what the API found; and what is done with it when nothing is. */
export class Form {
  #host;
  #doing;
  #act;
  #check;
  #draft;
  #typed;
  #faults = {};

  /**
   * @param {Doing} doing what is done with it
   * @param {object} more `act(given, form)`: how that begins, when it takes other things than what the fields hold (`entries`) and the form itself;
   *     `check(given)`: what is wrong besides, by name; `draft`: the name under which what is typed outlasts a reload, until it is done. Then the form's event
   *     `input` goes to `keep`.
   */
  constructor(host, doing, { act = (...given) => doing.start(...given), check = () => ({}), draft: name } = {}) {
    this.#host = host;
    this.#doing = doing;
    this.#act = act;
    this.#check = check;
    this.#draft = name;
    this.#typed = name ? draft(name) : {};
  }

  /** For the event of that name: ends when that is done, or at once when something is wrong. */
  submit = async (event) => {
    event.preventDefault();
    const demanded = faultsIn(event.target);
    this.#faults = { ...this.#check(entries(event.target)), ...demanded };
    this.#host.requestUpdate();
    if (Object.keys(this.#faults).length === 0) {
      const form = event.target;
      hidePasswords(form);
      await this.#act(entries(form), form);
      this.#answered(form);
    } else if (Object.keys(demanded).length === 0) {
      [...event.target.elements].find(({ name }) => name in this.#faults)?.focus();
    }
  };

  /** What was refused is where the focus goes; what was done need not be kept. */
  #answered(form) {
    const { problem, error } = this.#doing;
    if (problem?.errors.length) {
      [...form.elements].find(({ name }) => name && problem.faultOf(name))?.focus();
    } else if (!error && this.#draft) {
      dropDraft(this.#draft);
    }
  }

  /** For the form's event `input`: keeps what is typed, but passwords. */
  keep = ({ currentTarget }) => keepDraft(this.#draft, withoutPasswords(currentTarget));

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
    return field({ ...one, value: this.#typed[one.name] ?? one.value, fault: one.fault ?? this.fault(one.name) });
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
  const counts = countLeft(more.maxlength) && type !== 'password' && !options;
  const told = [hint && `${id}-hint`, counts && leftId(id), fault && `${id}-fault`].filter(Boolean).join(' ') || nothing;
  const given = { ...more, id, label, name, value, required, type, fault, told, options, rows, typed: counts ? countLeft(more.maxlength) : nothing };
  return html`
    <div class="field">
      <label for=${id}>${label}${required || more.plain ? nothing : html` <small>(${t('shell.optional')})</small>`}</label>
      ${options ? choice(given) : rows ? lines(given) : type === 'password' ? passwordParts(given, input) : input(given)}
      ${counts ? html`<small id=${leftId(id)}></small>` : nothing} ${hint ? html`<small id="${id}-hint">${hint}</small>` : nothing}
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
    spellcheck=${given.type === 'password' ? 'false' : nothing}
    autocapitalize=${given.type === 'password' ? 'off' : nothing}
    @input=${given.typed ?? nothing}
    @change=${orNothing(given.change)}
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
    @input=${given.typed}
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

function withoutPasswords(form) {
  return Object.fromEntries([...new FormData(form)].filter(([name]) => !isPassword(name)));
}

const isPassword = (name) => name.toLowerCase().includes('password');

/** What the form's fields hold; texts are stripped, and empty ones are null. */
export function entries(form) {
  const given = {};
  for (const [name, value] of new FormData(form)) {
    given[name] = isPassword(name) ? value : value.trim() || null;
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

/** What the API found wrong with that member. Its own words are English: what is taken is said in ours, of anything else in another language where it is. */
export function refusedField(problem, name) {
  const fault = problem?.faultOf(name);
  if (fault && problem.slug === 'duplicate') {
    return t(TAKEN[name] ?? 'shell.taken');
  }
  return fault && language() !== 'en' ? t('shell.fault.form') : (fault ?? undefined);
}

const TAKEN = {
  email: 'shell.taken.email',
  phone: 'shell.taken.phone',
  nationalId: 'shell.taken.nationalId',
  policyNumber: 'shell.taken.policyNumber',
  name: 'shell.taken.name',
  username: 'shell.taken.username',
  personId: 'shell.taken.personId',
  said: 'shell.taken.said',
};
