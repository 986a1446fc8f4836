/** Files of the API, saved by the browser. A plain link cannot ask for them: it has no access token. */
import { api } from './api.js';
import { language } from './i18n.js';

/** How long the browser may take to begin saving, in milliseconds. */
const SAVING_MILLIS = 10_000;

/** Reads what is at that path of the API, in the page's language, and lets the browser save it under that name. */
export async function download(path, name, type, options) {
  const { data } = await api.get(path, {}, { headers: { Accept: type, 'Accept-Language': language() }, ...options });
  const content = typeof data === 'string' ? data : JSON.stringify(data, null, 2);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), SAVING_MILLIS);
}
