/** FullCalendar, fetched when a page needs it first. Its files are classic scripts that fill one global, in this order. */
const PARTS = ['core', 'daygrid', 'timegrid', 'interaction'];

let loading = null;

/** Its namespace: `new (await fullCalendar()).Calendar(element, options)`. */
export function fullCalendar() {
  loading ??= PARTS.reduce((before, part) => before.then(() => script(part)), Promise.resolve())
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
