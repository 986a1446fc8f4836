/** Tells when free time changes, on whichever screen or server it happened (R-AVAIL-8). */
import { connection } from './connection.js';
import { EventStreamParser } from './event-stream.js';
import { search } from './http.js';
import { session } from './session.js';

const PATH = '/api/v1/slots/events';
/** The server says something every 15 seconds; a stream that is silent for so long is dead. */
const SILENCE_MILLIS = 40_000;
const RETRY_MILLIS = 2000;

/**
 * Watches the free times of these providers until the signal ends it.
 *
 * @param {object} watch `providerId` (one id or several; none: all), `signal`, and `changed`, which is called with `{providerId, start, end}` when free time of that
 *     provider changed somewhere in the range, and with null when everything is to be read again: when the watching has begun, and
 *     whenever changes may have been missed
 */
export function watchSlots({ providerId, signal, changed }) {
  const watch = { providerId, signal, changed, lastEventId: '', retryMillis: RETRY_MILLIS };
  follow(watch);
}

async function follow(watch) {
  let failures = 0;
  while (!watch.signal.aborted && session.user && !session.leaving) {
    try {
      await stream(watch);
      failures = 0;
      await pause(watch);
    } catch {
      if (!watch.signal.aborted) {
        await (failures++ === 0 ? pause(watch) : connection.failed(failures));
      }
    }
  }
}

/** One stream from its first line to its end; a broken one may only have been silent, so that the next attempt tells whether the connection is lost. */
async function stream(watch) {
  const token = await session.token();
  const silence = new AbortController();
  const end = () => silence.abort();
  watch.signal.addEventListener('abort', end, { once: true });
  let timer = setTimeout(end, SILENCE_MILLIS);
  try {
    const answer = await fetch(PATH + search({ providerId: watch.providerId }), {
      headers: { Authorization: `Bearer ${token}`, ...(watch.lastEventId && { 'Last-Event-ID': watch.lastEventId }) },
      signal: silence.signal,
      credentials: 'same-origin',
      cache: 'no-store',
    });
    connection.reached();
    if (!answer.ok) {
      return await refused(answer, watch);
    }
    watch.missed = watch.lastEventId === '';
    const parser = new EventStreamParser(watch.lastEventId);
    const reader = answer.body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        return;
      }
      clearTimeout(timer);
      timer = setTimeout(end, SILENCE_MILLIS);
      take(parser, value, watch);
    }
  } finally {
    clearTimeout(timer);
    watch.signal.removeEventListener('abort', end);
  }
}

function take(parser, bytes, watch) {
  const events = parser.push(bytes);
  watch.lastEventId = parser.lastEventId;
  watch.retryMillis = parser.retryMillis ?? watch.retryMillis;
  if (watch.missed) {
    watch.missed = false;
    watch.changed(null);
  }
  for (const { type, data } of events) {
    if (type === 'slots-changed') {
      watch.changed(JSON.parse(data));
    } else if (type === 'reset') {
      watch.changed(null);
    }
  }
}

/** A token that ended is renewed; what is refused for good (404: the provider is gone) is not asked for again. */
async function refused(answer, watch) {
  await answer.body?.cancel();
  if (answer.status === 401) {
    await session.renew();
  } else if (answer.status !== 503) {
    watch.retryMillis = SILENCE_MILLIS;
  }
}

const pause = (watch) =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, watch.retryMillis);
    watch.signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
