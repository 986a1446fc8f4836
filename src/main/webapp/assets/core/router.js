/** Shows the page that the address names; back, forward, reload and shared links lead to the same place. */
import { announce } from './announce.js';
import { languageChanges, loadMessages, t } from './i18n.js';
import { search } from './http.js';
import { session } from './session.js';
import { mayLeave } from './unsaved.js';
import { routes } from '../routes.js';

class Router extends EventTarget {
  /** The page on show, or null before the first. */
  page = null;
  /** The route of the page on show. */
  route = null;
  #run = 0;
  /** Of the page on show, when the browser has gone on already. */
  #address = location.href;

  constructor() {
    super();
    languageChanges.addEventListener('change', () => this.route && this.#name());
  }

  /** Goes to that address. @param {object} options `replace`: instead of the present entry of the history */
  go(path, { replace = false } = {}) {
    if (!mayLeave()) {
      return Promise.resolve();
    }
    if (replace) {
      history.replaceState(history.state, '', path);
    } else {
      history.replaceState({ ...history.state, top: scrollY }, '');
      history.pushState({}, '', path);
    }
    return this.#show({ top: 0 });
  }

  /** Notes the place within a page (a day, a search) in the address, without showing the page anew. */
  note(query) {
    history.replaceState(history.state, '', location.pathname + search(query));
    this.#address = location.href;
  }

  /** Shows the present address again, as after somebody signed in. */
  refresh() {
    return this.#show({ top: scrollY });
  }

  back(top) {
    if (!mayLeave()) {
      history.pushState({}, '', this.#address);
      return Promise.resolve();
    }
    return this.#show({ top: top ?? 0 });
  }

  async #show({ top }) {
    const run = ++this.#run;
    this.#address = location.href;
    const found = find(location.pathname);
    const { route, params } = found ?? { route: routes.missing, params: {} };
    if (route.roles && !session.user) {
      return this.go(`/app/sign-in${search({ next: location.pathname + location.search })}`, { replace: true });
    }
    const shown = route.roles && !route.roles.includes(session.user.role) ? routes.missing : route;
    this.dispatchEvent(new Event('leaving'));
    try {
      await Promise.all([shown.load(), loadMessages(shown.messages)]);
    } catch (error) {
      return run === this.#run ? this.#unloadable(error) : undefined;
    }
    if (run !== this.#run) {
      return;
    }
    const page = document.createElement(shown.element);
    page.params = params;
    page.query = Object.fromEntries([...new URLSearchParams(location.search)].filter(([name]) => shown.query.includes(name)));
    this.page = page;
    this.route = shown;
    this.dispatchEvent(new Event('shown'));
    await page.updateComplete;
    this.#name();
    this.#arrive(top);
  }

  /** A part of a page is not to be had: a newer version was put in place, or the network is gone. Loading the page whole tells which. */
  #unloadable(error) {
    if (navigator.onLine && history.state?.reloaded !== location.pathname) {
      history.replaceState({ ...history.state, reloaded: location.pathname }, '');
      location.reload();
      return;
    }
    console.warn(error.message);
    this.dispatchEvent(new Event('unloadable'));
  }

  /** The page's name, which the browser shows on its tab. */
  #name() {
    document.title = `${t(this.route.title)} · Miadi`;
  }

  /** Where a page begins for the eye, for the keyboard, and for who listens. */
  #arrive(top) {
    const heading = this.page.querySelector('h1');
    if (heading && this.started) {
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    } else if (this.started) {
      announce(document.title);
    }
    this.started = true;
    scrollTo(0, top);
  }
}

export const router = new Router();

function find(path) {
  for (const route of routes.all) {
    const match = route.pattern.exec(path);
    if (match) {
      return { route, params: { ...match.groups } };
    }
  }
  return null;
}

/** Fetches what the page at that path is made of, before it is its turn; whether that worked shows when it is. */
export function fetchAhead(path) {
  const { load, messages } = find(path)?.route ?? routes.missing;
  return Promise.allSettled([load(), loadMessages(messages)]);
}

/** Begins: links within the front end are followed without loading anew, and the present address is shown. */
export function startRouting() {
  history.scrollRestoration = 'manual';
  addEventListener('popstate', (event) => router.back(event.state?.top));
  addEventListener('click', (event) => {
    const link = event.composedPath().find((one) => one instanceof HTMLAnchorElement);
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (link && plain && !event.defaultPrevented && !link.target && !link.hasAttribute('download') && isOurs(link)) {
      event.preventDefault();
      router.go(link.pathname + link.search);
    }
  });
  addEventListener('keydown', (event) => {
    if (event.key === ' ' && event.target.matches?.('a[role="button"]')) {
      event.preventDefault(); // a link that says it is a button works like one
      event.target.click();
    }
  });
  return router.refresh();
}

const isOurs = (link) =>
  link.origin === location.origin && !link.hash && (link.pathname === '/' || link.pathname.startsWith('/app'));
