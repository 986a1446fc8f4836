/** Whether the server can be reached, and the waiting until it can again. */
class Connection extends EventTarget {
  lost = false;
  #wake = new Set();

  constructor() {
    super();
    addEventListener('online', () => this.tryNow());
  }

  /** A request could not reach the server: resolves when it is time to try again, sooner when the browser is back on line. */
  async failed(attempt) {
    this.#change(true);
    await new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.#wake.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, Math.min(1000 * 2 ** attempt, 8000));
      this.#wake.add(wake);
    });
  }

  /** The server answered. */
  reached() {
    this.#change(false);
  }

  /** Lets everything that waits try again at once; when nothing does, nothing is known to be lost. */
  tryNow() {
    if (this.#wake.size === 0) {
      this.#change(false);
    }
    [...this.#wake].forEach((wake) => wake());
  }

  #change(lost) {
    if (this.lost !== lost) {
      this.lost = lost;
      this.dispatchEvent(new Event('change'));
    }
  }
}

export const connection = new Connection();
