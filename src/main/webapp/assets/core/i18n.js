/** The texts that people read, from the catalogues under `messages/<language>/<area>.json`. */
import { chooseLanguage, chosenLanguage } from './settings.js';

/** The languages there are, with their own names and the locale of their dates and numbers. */
export const LANGUAGES = { en: { name: 'English', locale: 'en-GB' }, sw: { name: 'Kiswahili', locale: 'sw-KE' } };

/** Fires `change` when another language is in use. */
export const languageChanges = new EventTarget();

const texts = { en: {}, sw: {} };
const loads = new Map();
const areas = new Set();
let current = firstChoice();
takeWhatThePageBrought(document.getElementById('texts'));

function firstChoice() {
  const chosen = chosenLanguage();
  if (chosen in LANGUAGES) {
    return chosen;
  }
  return navigator.languages.map((tag) => tag.split('-')[0]).find((tag) => tag in LANGUAGES) ?? 'en';
}

/** The server sends a first page with its texts, in a language that it takes from the browser's settings. */
function takeWhatThePageBrought(element) {
  if (element?.lang) {
    Object.assign(texts[element.lang], JSON.parse(element.textContent));
    element.dataset.areas.split(' ').forEach((area) => loads.set(`${element.lang}/${area}`, Promise.resolve()));
  }
}

/** The language in use: `en` or `sw`. */
export const language = () => current;

/** The locale for dates, times and numbers. A browser set to another region of the language keeps its region. */
export function locale() {
  return navigator.languages.find((tag) => tag.startsWith(`${current}-`)) ?? LANGUAGES[current].locale;
}

/** Changes the language, loads the texts in use, and remembers the choice when a person made it. */
export async function setLanguage(wanted, { remember = false } = {}) {
  await Promise.all([...areas].map((area) => load(wanted, area)));
  current = wanted;
  document.documentElement.lang = wanted;
  if (remember) {
    chooseLanguage(wanted);
  }
  languageChanges.dispatchEvent(new Event('change'));
}

/** Makes the texts of these areas ready for `t`. */
export async function loadMessages(wanted) {
  wanted.forEach((area) => areas.add(area));
  await Promise.all(wanted.map((area) => load(current, area)));
}

function load(lang, area) {
  const name = `${lang}/${area}`;
  if (!loads.has(name)) {
    const loading = fetch(new URL(`../messages/${name}.json`, import.meta.url))
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(`no texts ${name}`))))
      .then((loaded) => Object.assign(texts[lang], loaded));
    loading.catch(() => loads.delete(name));
    loads.set(name, loading);
  }
  return loads.get(name);
}

/**
 * The text of that key, with `{name}` replaced by the value of that name. A text with forms for one and for many is chosen by the value
 * `count`. A missing key, which the build does not let through, shows itself.
 */
export function t(key, values = {}) {
  let text = texts[current][key] ?? key;
  if (typeof text === 'object') {
    text = text[new Intl.PluralRules(current).select(values.count)] ?? text.other;
  }
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? shown(values[name]) : whole));
}

const shown = (value) => (typeof value === 'number' ? new Intl.NumberFormat(locale()).format(value) : `${value}`);
