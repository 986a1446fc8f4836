/** The API as the signed-in person sees it. Each function answers `{data, etag, status, location}`; see `exchange` for what is thrown. */
import { exchange } from './http.js';
import { session } from './session.js';

async function signed(method, path, { etag, key, headers, ...rest } = {}) {
  const { user } = session;
  const send = async () => {
    const token = await session.token();
    session.mustBe(user);
    const answer = await exchange(method, path, {
      ...rest,
      headers: {
        ...(token && { Authorization: `Bearer ${token}` }),
        ...(etag && { 'If-Match': etag }),
        ...(key && { 'Idempotency-Key': key }),
        ...headers,
      },
    });
    session.mustBe(user);
    return answer;
  };
  try {
    return await send();
  } catch (refusal) {
    if (refusal.status !== 401 || !session.user) {
      throw refusal;
    }
    await session.renew();
    return send();
  }
}

/** What people are looked for by, of the lists that take it in a body. */
const WORDS = { '/patients': 'search', '/users': 'search', '/records': 'diagnosis' };

/** A filter of a list as a body has it: what is not chosen is left out, and yes and no are no text. */
const given = (query) =>
  Object.fromEntries(
    Object.entries(query)
      .filter(([, value]) => value !== undefined && value !== null && value !== '')
      .map(([name, value]) => [name, value === 'true' ? true : value === 'false' ? false : value]),
  );

export const api = {
  get: (path, query, options) => signed('GET', path, { query, ...options }),
  /** A page of a list. What somebody is looked for by goes in a body: addresses are kept in logs and histories. */
  find: (path, { [WORDS[path]]: words, ...query } = {}, options) =>
    words ? signed('POST', `${path}/search`, { body: given({ [WORDS[path]]: words, ...query }), ...options }) : signed('GET', path, { query, ...options }),
  /** Pass a `key` (see `newKey`) for everything that creates: sent twice, it happens once (R-BOOK-6). */
  post: (path, body, options) => signed('POST', path, { body, ...options }),
  put: (path, body, options) => signed('PUT', path, { body, ...options }),
  /** JSON Merge Patch (RFC 7396). */
  patch: (path, body, options) =>
    signed('PATCH', path, { body, ...options, headers: { 'Content-Type': 'application/merge-patch+json' } }),
  remove: (path, options) => signed('DELETE', path, options),

  /** All items of a list, page after page, up to `most` of them. */
  async all(path, query = {}, { most = 1000, signal } = {}) {
    const items = [];
    let cursor;
    do {
      const { data } = await signed('GET', path, { query: { limit: 200, ...query, cursor }, signal });
      items.push(...data.items);
      cursor = data.next;
    } while (cursor && items.length < most);
    return items;
  },
};

/** A fresh `Idempotency-Key`. Make one when a form opens, keep it until its answer is known. */
export const newKey = () => crypto.randomUUID();
