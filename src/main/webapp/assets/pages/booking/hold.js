/** A time that is kept while somebody confirms it (R-BOOK-10). */
import { announce } from '../../core/announce.js';
import { api, newKey } from '../../core/api.js';
import { t } from '../../core/i18n.js';
import { router } from '../../core/router.js';

/** When those who listen are told how much is left, in seconds. */
const TOLD = [120, 30];

/** What keeps one from keeping a time that one keeps already: it is taken, by oneself, and may be too soon to be kept anew. */
const OWN = ['slot-taken', 'patient-busy', 'hold-limit', 'notice-too-short'];

/** For how long, and how often, one looks whether the page that was left has let go of its hold, in milliseconds. */
const LETTING_GO = { patience: 3000, pause: 150 };

/** Keeps a time, counts down, and lets it go when the page is left. */
export class Hold {
  /** The hold as the API has it; null while there is none. */
  kept = null;
  /** Whether it has ended by itself. */
  ended = false;
  #host;
  #etag = null;
  #endsAt = 0;
  #span = 1;
  #ticking;
  #told = [];
  #hide = () => this.#release({ keepalive: true, patience: false });

  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    addEventListener('pagehide', this.#hide);
  }

  hostDisconnected() {
    removeEventListener('pagehide', this.#hide);
    this.letGo();
  }

  /**
   * Keeps that time. One that the person keeps already on another screen is taken over.
   *
   * @param {object} wanted `{providerId, start, appointmentTypeId}`
   * @throws {Problem} when it cannot be kept
   */
  async take(wanted) {
    this.#stop();
    this.#release();
    if (history.state?.holding) {
      await this.#letGoBefore(wanted);
    }
    const { hold, etag } = await this.#keep(wanted);
    if (!this.#host.isConnected) {
      await this.#remove({ id: hold.id, etag }).catch(() => {});
      return;
    }
    this.kept = hold;
    this.#etag = etag;
    this.ended = false;
    this.#told = [];
    router.remember({ holding: true });
    this.#tick();
    this.#ticking = setInterval(() => this.#tick(), 1000);
  }

  async #keep(wanted) {
    const asked = Date.now();
    try {
      const { data, etag } = await api.post('/holds', wanted, { key: newKey() });
      this.#count(asked, Date.parse(data.expiresAt) - Date.parse(data.createdAt));
      return { hold: data, etag };
    } catch (refusal) {
      const own = OWN.includes(refusal.slug) && (await this.#takeOver(wanted));
      if (own) {
        return own;
      }
      throw refusal;
    }
  }

  /** This page, before it was loaded anew, has let go of its hold while it left: what is still to be seen of that one is not to be counted on. */
  async #letGoBefore(wanted) {
    const until = performance.now() + LETTING_GO.patience;
    while ((await this.#own(wanted)).own && performance.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, LETTING_GO.pause));
    }
  }

  /** The person's own hold of that time, and when that was so by the server's clock. */
  async #own({ providerId, start, appointmentTypeId = null }) {
    const { data, at } = await api.get('/holds');
    const own = data.items.find(
      (hold) => hold.providerId === providerId && hold.appointmentTypeId === appointmentTypeId && Date.parse(hold.start) === Date.parse(start),
    );
    return { own, at };
  }

  async #takeOver(wanted) {
    const { own, at } = await this.#own(wanted);
    const now = Date.now();
    if (!own) {
      return null;
    }
    const { etag } = await api.get(`/holds/${own.id}`);
    this.#count(now, Date.parse(own.expiresAt) - at);
    return { hold: own, etag };
  }

  /** The server says how long; this clock, which may be wrong, only measures it. */
  #count(from, millis) {
    this.#span = millis;
    this.#endsAt = from + millis;
  }

  #tick() {
    const left = this.secondsLeft;
    const due = TOLD.find((seconds) => left <= seconds && left > seconds - 5 && !this.#told.includes(seconds));
    if (due) {
      this.#told.push(due);
      announce(t('book.left.told', { time: clockText(due) }));
    }
    if (left <= 0) {
      this.#stop();
      this.ended = true;
      announce(t('book.ended'));
    }
    this.#host.requestUpdate();
  }

  get secondsLeft() {
    return Math.max(0, Math.ceil((this.#endsAt - Date.now()) / 1000));
  }

  /** What is left of the whole, from 0 to 1. */
  get share() {
    return Math.max(0, (this.#endsAt - Date.now()) / this.#span);
  }

  /** 4:37 */
  get leftText() {
    return clockText(this.secondsLeft);
  }

  /** It was booked, or has ended: there is nothing to let go. */
  done({ ended = false } = {}) {
    this.#stop();
    this.kept = null;
    this.ended = ended;
    router.remember({ holding: false });
  }

  /** Lets it go, so that others may have the time at once. */
  letGo() {
    this.#stop();
    this.#release({ patience: false });
  }

  #release(options) {
    if (this.kept && !this.ended) {
      this.#remove({ id: this.kept.id, etag: this.#etag }, options).catch(() => {});
    }
    this.kept = null;
  }

  #remove({ id, etag }, options) {
    return api.remove(`/holds/${id}`, { etag, ...options });
  }

  #stop() {
    clearInterval(this.#ticking);
  }
}

const clockText = (seconds) => `${Math.floor(seconds / 60)}:${`${seconds % 60}`.padStart(2, '0')}`;
