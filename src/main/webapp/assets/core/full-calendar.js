/** FullCalendar, fetched when a page needs it first. Its files are classic scripts that fill one global, in this order. */
import { fetched } from './fetching.js';

const PARTS = ['core', 'daygrid', 'timegrid', 'interaction'];

let loading = null;
withoutFont(document.querySelector('style[data-fullcalendar]').sheet);

/** Its namespace: `new (await fullCalendar()).Calendar(element, options)`. */
export function fullCalendar() {
  loading ??= PARTS.reduce((before, part) => before.then(() => fetched(() => script(part))), Promise.resolve())
    .then(() => globalThis.FullCalendar)
    .catch((error) => {
      loading = null;
      throw error;
    });
  return loading;
}

function script(part) {
  return new Promise((resolve, reject) => {
    const element = document.createElement('script');
    element.src = new URL(`../lib/fullcalendar-${part}/index.global.min.js`, import.meta.url);
    element.addEventListener('load', resolve);
    element.addEventListener('error', () => reject(new Error(`no FullCalendar ${part}`)));
    document.head.append(element);
  });
}

/**
 * Keeps FullCalendar's font of icons out of the style sheet that it fills: the font is a data: address, which browsers try at once and our content security
 * policy refuses. Where it would draw an icon, give it a text (`buttonIcons: false`). An empty rule takes the font's place, since it counts them.
 */
function withoutFont(sheet) {
  const insert = sheet.insertRule.bind(sheet);
  sheet.insertRule = (rule, place) => insert(rule.startsWith('@font-face') ? '.fc-icon{}' : rule, place);
}
