/** One exchange with the API, tried again for as long as the connection is lost. Knows nothing of sessions. */
import { connection } from './connection.js';
import { Problem } from './problem.js';

const BASE = '/api/v1';
const PATIENCE_MILLIS = 20_000;
const BUSY_ATTEMPTS = 5;

/**
 * Sends a request and answers `{data, etag, status, location, at}`: `at` is when, by the server's clock, in milliseconds.
 *
 * @param {string} method
 * @param {string} path below the API's base
 * @param {object} options `query` (undefined, null and '' are left out; lists repeat), `body`, `headers`, `signal`, `patience` (false: a lost connection
 *     is thrown instead of waited out), `keepalive` (it reaches the server although the page is left)
 * @throws {Problem} when the API refuses
 * @throws {DOMException} `AbortError` when the signal ends it
 */
export async function exchange(method, path, { query, body, headers = {}, signal, patience = true, keepalive = false } = {}) {
  const address = BASE + path + search(query);
  for (let attempt = 0; ; attempt++) {
    let answer;
    try {
      answer = await fetch(address, {
        method,
        headers: body === undefined ? headers : { 'Content-Type': 'application/json', ...headers },
        body: body === undefined ? undefined : JSON.stringify(body),
        signal: signal ? either(signal, AbortSignal.timeout(PATIENCE_MILLIS)) : AbortSignal.timeout(PATIENCE_MILLIS),
        credentials: 'same-origin',
        cache: 'no-store',
        keepalive,
      });
    } catch (error) {
      signal?.throwIfAborted();
      if (!patience) {
        throw error;
      }
      await connection.failed(attempt);
      signal?.throwIfAborted();
      continue;
    }
    connection.reached();
    if (answer.ok) {
      return outcome(answer);
    }
    const refusal = await problem(answer);
    if ((answer.status === 503 || refusal.slug === 'idempotency-in-flight') && attempt < BUSY_ATTEMPTS) {
      await new Promise((resolve) => setTimeout(resolve, 1000 * (refusal.retryAfter || 1)));
      continue;
    }
    throw refusal;
  }
}

/** The query part of an address. */
export function search(query = {}) {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    [value].flat().filter((one) => one !== undefined && one !== null && one !== '').forEach((one) => params.append(name, one));
  }
  return params.size ? `?${params}` : '';
}

async function outcome(answer) {
  const type = answer.headers.get('Content-Type') ?? '';
  const text = answer.status === 204 ? '' : await answer.text();
  return {
    data: type.includes('json') && text ? JSON.parse(text) : text,
    etag: answer.headers.get('ETag'),
    status: answer.status,
    location: answer.headers.get('Location'),
    at: Date.parse(answer.headers.get('Date')) || Date.now(),
  };
}

async function problem(answer) {
  const body = await answer.json().catch(() => ({}));
  return new Problem(answer.status, { requestId: answer.headers.get('X-Request-Id'), ...body }, Number(answer.headers.get('Retry-After')) || 0);
}

/** Ends when the first of two does. `AbortSignal.any` is younger than some browsers that are in use. */
function either(one, other) {
  if (AbortSignal.any) {
    return AbortSignal.any([one, other]);
  }
  const both = new AbortController();
  [one, other].forEach((signal) => signal.addEventListener('abort', () => both.abort(signal.reason), { once: true }));
  return both.signal;
}
