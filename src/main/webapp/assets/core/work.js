/** What a page waits for: reading (`Loading`) and doing (`Doing`). Both draw their page again when something of them changes. */
import { html, nothing } from 'lit';
import { Problem, textOf } from './problem.js';
import { t } from './i18n.js';

/** A wait that is longer than this is shown, in milliseconds. */
const NOTICEABLE_MILLIS = 300;

const isAbort = (error) => error?.name === 'AbortError';

class Work {
  /** Whether it has lasted so long that people must see it. */
  slow = false;
  error = null;
  #timer;

  constructor(host) {
    this.host = host;
    host.addController(this);
  }

  begin() {
    this.error = null;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.slow = true;
      this.host.requestUpdate();
    }, NOTICEABLE_MILLIS);
    this.host.requestUpdate();
  }

  end() {
    clearTimeout(this.#timer);
    this.slow = false;
    this.host.requestUpdate();
  }

  fail(error) {
    if (!(error instanceof Problem)) {
      console.error(error);
    }
    this.error = error;
  }

  /** The refusal that this ended with, or null. */
  get problem() {
    return this.error instanceof Problem ? this.error : null;
  }
}

/** Something read for a page: a new reading ends the one before, leaving the page ends it too. */
export class Loading extends Work {
  value = undefined;
  #ending = null;

  /** @param {(signal: AbortSignal) => Promise<any>} read */
  constructor(host, read) {
    super(host);
    this.read = read;
  }

  hostDisconnected() {
    this.#ending?.abort();
  }

  /** Reads, again if it was read before; the former value stays until the new one is there. */
  async start() {
    this.#ending?.abort();
    const ending = (this.#ending = new AbortController());
    this.begin();
    try {
      const value = await this.read(ending.signal);
      if (ending === this.#ending) {
        this.value = value;
      }
    } catch (error) {
      if (ending === this.#ending && !isAbort(error)) {
        this.fail(error);
      }
    } finally {
      if (ending === this.#ending) {
        this.end();
      }
    }
  }

  /** The value drawn by `draw`; before it is there, that one waits for it; what went wrong, with a way to try again. */
  render(draw) {
    const failed = this.error ? problemNote(this.error, () => this.start()) : nothing;
    const waits = this.slow && this.value === undefined ? waiting() : nothing;
    return html`${failed}${waits}${this.value === undefined || (this.error && this.value === null) ? nothing : draw(this.value)}`;
  }
}

/** Something that a person has asked for: while it runs it is not begun again, however often one clicks. */
export class Doing extends Work {
  busy = false;

  /** @param {(...given) => Promise<any>} act */
  constructor(host, act) {
    super(host);
    this.act = act;
  }

  async start(...given) {
    if (this.busy) {
      return;
    }
    this.busy = true;
    this.begin();
    try {
      await this.act(...given);
    } catch (error) {
      if (!isAbort(error)) {
        this.fail(error);
      }
    } finally {
      this.busy = false;
      this.end();
    }
  }

  /** Forgets what went wrong, as when a dialog opens anew. */
  clear() {
    this.error = null;
    this.host.requestUpdate();
  }

  /** What went wrong, if anything. */
  note() {
    return this.error ? problemNote(this.error) : nothing;
  }
}

/** Says that one waits. */
export const waiting = () => html`<p class="waiting" role="status" aria-busy="true">${t('shell.waiting')}</p>`;

/** Says what went wrong and what to do; read out at once. */
export const problemNote = (error, again) => html`
  <div class="note problem" role="alert">
    <p>${textOf(error)}</p>
    ${again ? html`<button type="button" class="secondary" @click=${again}>${t('shell.again')}</button>` : nothing}
  </div>
`;
