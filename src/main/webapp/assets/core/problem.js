/** A refusal of the API (RFC 9457), in words for people. */
import { t } from './i18n.js';

export class Problem extends Error {
  /**
   * @param {number} status of the answer
   * @param {object} body its problem document
   * @param {number} retryAfter seconds until it makes sense to ask again, 0 when the answer did not say
   */
  constructor(status, body, retryAfter) {
    super(body.title ?? `HTTP ${status}`);
    this.status = status;
    this.slug = (body.type ?? '').split('/').pop() || 'internal';
    this.detail = body.detail ?? '';
    this.rule = body.rule;
    this.errors = body.errors ?? [];
    this.nextStarts = body.nextStarts ?? [];
    this.retryAfter = retryAfter;
    this.requestId = body.requestId;
  }

  /** What happened and what to do about it. */
  get text() {
    return t(`problem.${this.slug}`, { seconds: this.retryAfter, minutes: Math.ceil(this.retryAfter / 60) });
  }

  /** What is wrong with that member of the request (`email`, `start`), or null. */
  faultOf(member) {
    return this.errors.find((error) => error.pointer === `/${member}` || error.pointer === member)?.message ?? null;
  }
}

/** Text for anything that was thrown: a problem's own, or that of a fault of ours. */
export const textOf = (error) => (error instanceof Problem ? error.text : t('problem.internal'));
