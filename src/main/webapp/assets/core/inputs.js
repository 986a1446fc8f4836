/** What fields do while somebody types: how much still fits, showing a password, and how good a new one is. */
import { html, nothing } from 'lit';
import { announce } from './announce.js';
import { t } from './i18n.js';

/** From this length on a field says how much still fits, near its end. */
const LONG = 200;
const SHORTEST_PASSWORD = 12;
const GOOD_PASSWORD = 16;
/** Fewer different characters than this are easy to guess, however often they come. */
const FEW = 6;

export const leftId = (id) => `${id}-left`;

/** For the event `input` of a field that takes so many characters: browsers drop what is more without a word. Nothing for short fields. */
export function countLeft(maxlength) {
  if (!(maxlength >= LONG)) {
    return null;
  }
  return ({ target }) => {
    const left = maxlength - target.value.length;
    const text = left > maxlength / 10 ? '' : left > 0 ? t('shell.left', { count: left }) : t('shell.full', { count: maxlength });
    document.getElementById(leftId(target.id)).textContent = text;
    if (left <= 0) {
      announce(text);
    }
  };
}

/** A password's field with a button that shows what one types, and for a new one how good it is. @param {Function} input draws the field itself */
export function passwordParts(given, input) {
  const fresh = given.autocomplete === 'new-password';
  const strengthId = `${given.id}-strength`;
  const told = fresh ? [given.told === nothing ? '' : given.told, strengthId].join(' ').trim() : given.told;
  return html`
    <div class="password">
      ${input({ ...given, told, typed: fresh ? judge : nothing })}
      <button type="button" class="secondary" aria-pressed="false" aria-controls=${given.id} @click=${show}>
        ${t('shell.password.show')}<span class="unseen"> (${given.label})</span>
      </button>
    </div>
    ${fresh ? html`<small id=${strengthId} class="strength"></small>` : nothing}
  `;
}

function show({ currentTarget: button }) {
  const field = button.parentElement.querySelector('input');
  const shown = field.type === 'text';
  field.type = shown ? 'password' : 'text';
  button.setAttribute('aria-pressed', `${!shown}`);
}

/** Hides again what was shown, before a form goes out: browsers offer to keep what is a password. */
export const hidePasswords = (form) => form.querySelectorAll('.password [aria-pressed="true"]').forEach((button) => button.click());

function judge({ target }) {
  const { length } = target.value;
  const few = new Set(target.value).size < FEW;
  const good = length < GOOD_PASSWORD ? t('shell.password.good') : t('shell.password.strong');
  const text = length < SHORTEST_PASSWORD ? t('shell.password.missing', { count: SHORTEST_PASSWORD - length }) : few ? t('shell.password.easy') : good;
  document.getElementById(`${target.id}-strength`).textContent = length ? text : '';
}
