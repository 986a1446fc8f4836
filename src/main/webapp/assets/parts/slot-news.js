/** Tells those who listen which times went and came, gathered, so that a busy calendar does not chatter. */
import { announce } from '../core/announce.js';
import { t } from '../core/i18n.js';

const GATHERING_MILLIS = 1500;

export class SlotNews {
  #gone = new Set();
  #come = new Set();
  #timer = null;

  /** @param {string[]} gone texts of times that were taken @param {string[]} come texts of times that came free */
  tell(gone, come) {
    gone.forEach((time) => this.#come.delete(time) || this.#gone.add(time));
    come.forEach((time) => this.#gone.delete(time) || this.#come.add(time));
    if (this.#gone.size + this.#come.size > 0) {
      this.#timer ??= setTimeout(() => this.#speak(), GATHERING_MILLIS);
    }
  }

  stop() {
    clearTimeout(this.#timer);
    this.#timer = null;
  }

  #speak() {
    this.#timer = null;
    const said = [
      this.#gone.size && t('slots.taken', { count: this.#gone.size, time: [...this.#gone][0] }),
      this.#come.size && t('slots.freed', { count: this.#come.size, time: [...this.#come][0] }),
    ];
    this.#gone.clear();
    this.#come.clear();
    announce(said.filter(Boolean).join(' '));
  }
}
