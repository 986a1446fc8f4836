/**
 * Reads Server-Sent Events from bytes, in whatever pieces they come, as `EventSource` would
 * (https://html.spec.whatwg.org/multipage/server-sent-events.html), which cannot send a token.
 */
export class EventStreamParser {
  /** The last id that the stream gave, for `Last-Event-ID`; empty before the first. */
  lastEventId = '';
  /** How long the server wants us to wait before we connect again, in milliseconds; null when it did not say. */
  retryMillis = null;
  #decoder = new TextDecoder();
  #rest = '';
  #afterReturn = false;
  #event = fresh();

  /** @param {string} lastEventId of the stream before, when this one goes on from there */
  constructor(lastEventId = '') {
    this.lastEventId = lastEventId;
    this.#event.id = lastEventId;
  }

  /** The events that are complete with these bytes: `[{type, data}]`. */
  push(bytes) {
    const events = [];
    let text = this.#decoder.decode(bytes, { stream: true });
    if (this.#afterReturn && text.startsWith('\n')) {
      text = text.slice(1);
    }
    if (text) {
      this.#afterReturn = text.endsWith('\r');
    }
    const lines = (this.#rest + text).split(/\r\n|\n|\r/);
    this.#rest = lines.pop();
    for (const line of lines) {
      if (line === '') {
        this.#dispatch(events);
      } else {
        this.#field(line);
      }
    }
    return events;
  }

  #dispatch(events) {
    const { type, data, id } = this.#event;
    this.lastEventId = id;
    if (data.length > 0) {
      events.push({ type: type || 'message', data: data.join('\n') });
    }
    this.#event = fresh(id);
  }

  #field(line) {
    const colon = line.indexOf(':');
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (name === 'data') {
      this.#event.data.push(value);
    } else if (name === 'event') {
      this.#event.type = value;
    } else if (name === 'id' && !value.includes('\0')) {
      this.#event.id = value;
    } else if (name === 'retry' && /^\d+$/.test(value)) {
      this.retryMillis = Number(value);
    }
  }
}

const fresh = (id = '') => ({ type: '', data: [], id });
