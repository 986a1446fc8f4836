/** Shows the page that the address names; back, forward, reload and shared links lead to the same place. */
import { announce } from './announce.js';
import { fetched } from './fetching.js';
import { languageChanges, loadMessages, t } from './i18n.js';
import { search } from './http.js';
import { session } from './session.js';
import { isUnsaved, mayLeave } from './unsaved.js';

/** Where whoever has to set up a second factor is led from everywhere, until they have (R-AUTH-10). */
const PROFILE = '/app/profile';

class Router extends EventTarget {
  /** The page on show, or null before the first. */
  page = null;
  /** The route of the page on show. */
  route = null;
  /** Of the page on show; the address may be ahead of it. */
  path = location.pathname;
  /** Every page, and the one for an address that none has. */
  #routes = { all: [], missing: null };
  #run = 0;
  /** Of the page on show, when the browser has gone on already. */
  #address = location.href;

  constructor() {
    super();
    languageChanges.addEventListener('change', () => this.route && this.#name());
  }

  /** Takes the pages that there are: `routes.js`, which this module cannot name, because the pages name this one. */
  know(routes) {
    this.#routes = routes;
  }

  /**
   * Goes to that address: once what its page is made of is there. Until then the page on show stays, and so do its address and its place in the menu.
   *
   * @param {object} options `replace`: instead of the present entry of the history
   */
  async go(path, { replace = false } = {}) {
    if (await mayLeave()) {
      await this.#show(new URL(path, location.href), { top: 0, enter: () => enter(path, replace) });
    }
  }

  /**
   * Notes the place within a page (a day, a filter) in the address, without showing the page anew. Words that somebody is looked for by stay out of addresses,
   * which are kept where others read them: they stand with the entry of the history.
   */
  note(query) {
    if (this.#isHere) {
      const { search: words, diagnosis, ...place } = query;
      history.replaceState({ ...history.state, words: { search: words, diagnosis } }, '', location.pathname + search(place));
      this.#address = location.href;
    }
  }

  /** Remembers something with the place of the page in the history: whoever comes back finds it in `history.state`. */
  remember(state) {
    if (this.#isHere) {
      history.replaceState({ ...history.state, ...state }, '');
    }
  }

  /** Whether the address is that of the page on show. While the browser has gone on and the next page is still to come, it is that one's, and not to be written on. */
  get #isHere() {
    return location.href === this.#address;
  }

  /** Shows the present address again, as after somebody signed in. */
  refresh() {
    return this.#show(location, { top: scrollY });
  }

  /** The browser went back or forward. Where something is unsaved it has to wait for the answer, and then does it again. */
  async back(top) {
    if (isUnsaved()) {
      history.pushState({}, '', this.#address);
      if (await mayLeave()) {
        history.back();
      }
      return;
    }
    await this.#show(location, { top: top ?? 0 });
  }

  /** Fetches what the page at that path is made of, before it is its turn; whether that worked shows when it is. */
  fetchAhead(path) {
    const { load, messages } = this.#find(path).route;
    return Promise.allSettled([load(), loadMessages(messages)]);
  }

  #find(path) {
    for (const route of this.#routes.all) {
      const match = route.pattern.exec(path);
      if (match) {
        return { route, params: { ...match.groups } };
      }
    }
    return { route: this.#routes.missing, params: {} };
  }

  async #show({ pathname, search: query }, { top, enter: arrive = () => {} }) {
    if (session.user?.lacksSecondFactor && pathname !== PROFILE) {
      await this.#show(new URL(PROFILE, location.href), { top: 0, enter: () => (arrive(), enter(PROFILE, true)) });
      return;
    }
    const run = ++this.#run;
    const { route, params } = this.#find(pathname);
    if (route.roles && !session.user) {
      const address = `/app/sign-in${search({ next: pathname + query })}`;
      await this.#show(new URL(address, location.href), { top: 0, enter: () => (arrive(), enter(address, true)) });
      return;
    }
    const shown = route.roles && !route.roles.includes(session.user.role) ? this.#routes.missing : route;
    const wanted = () => run === this.#run;
    this.dispatchEvent(new Event('leaving'));
    try {
      await fetched(() => Promise.all([shown.load(), loadMessages(shown.messages)]), wanted);
    } catch (error) {
      return wanted() ? this.#unloadable(error, arrive) : undefined;
    }
    if (!wanted()) {
      return;
    }
    arrive();
    this.#address = location.href;
    this.path = pathname;
    const page = document.createElement(shown.element);
    page.params = params;
    const words = Object.entries(history.state?.words ?? {}).filter(([, value]) => value);
    page.query = Object.fromEntries([...words, ...new URLSearchParams(query)].filter(([name]) => shown.query.includes(name)));
    this.page = page;
    this.route = shown;
    this.dispatchEvent(new Event('shown'));
    await page.updateComplete;
    this.#name();
    this.#arrive(top);
  }

  /** The server is there and a part of the page is not: a newer version was put in place. Loading the page whole brings that. */
  #unloadable(error, arrive) {
    arrive();
    if (history.state?.reloaded !== location.pathname) {
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

/** Enters an address in the history: as a new entry, which leaves word where the page before was read, or in place of the present one. */
function enter(path, replace) {
  if (replace) {
    history.replaceState({ ...history.state, words: {} }, '', path);
  } else {
    history.replaceState({ ...history.state, top: scrollY }, '');
    history.pushState({}, '', path);
  }
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
