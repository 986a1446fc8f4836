import { html, nothing } from 'lit';
import { announce } from '../core/announce.js';
import { api, newKey } from '../core/api.js';
import { Form } from '../core/forms.js';
import { t } from '../core/i18n.js';
import { Doing } from '../core/work.js';
import { Modal } from './modal.js';

/**
 * A dialog in which one thing of a list is made or changed. What somebody else changed meanwhile is shown, not written over (R-BOOK-11).
 *
 * @param {object} kind `path` of the things; `check(item, given)` what is wrong besides what the fields demand, by name; `list()` where new ones are made, when that is elsewhere; `title(item, draft)` of the dialog, for a new one without item;
 *     `fields(item)` as `field` takes them, or with a `draw(fault)` of their own; `body(entries, item)` the request's body; `method` that changes (`put`); `saved(answer, item, removal)` what follows, with what the API answered to a removal; `removable`:
 *     the words that ask whether to remove it; `refused(problem)`: a note on a refusal where the general one does not do
 */
export class Editor {
  #kind;
  #modal;
  #form;
  #stale = false;
  #asked = false;

  constructor(host, kind) {
    this.#kind = { method: 'put', ...kind };
    this.#modal = new Modal(host);
    this.host = host;
    this.opening = new Doing(host, (id) => this.#read(id));
    this.saving = new Doing(host, (given) => this.#save(given));
    this.removing = new Doing(host, () => this.#remove());
    this.#form = new Form(host, this.saving, { check: (given) => this.#kind.check?.(this.#modal.about.item, given) ?? {} });
  }

  /** Opens it for a new one. @param {object} draft what its fields begin with, if anything */
  create(draft = null) {
    return this.#begin({ item: null, draft, key: newKey() });
  }

  /** Opens it for that one, as it is now. */
  change(id) {
    return this.opening.start(id);
  }

  #begin(about) {
    this.#stale = false;
    this.#asked = false;
    this.#form.clear();
    this.removing.clear();
    return this.#modal.open(about);
  }

  async #read(id) {
    const { data, etag } = await api.get(`${this.#kind.path}/${id}`);
    await this.#begin({ item: data, etag });
  }

  async #save(given) {
    const { item, etag, key } = this.#modal.about;
    const body = this.#kind.body(given, item);
    try {
      const answer = item
        ? await api[this.#kind.method](`${this.#kind.path}/${item.id}`, body, { etag })
        : await api.post(this.#kind.list?.() ?? this.#kind.path, body, { key });
      this.#done(answer.data, item);
    } catch (refusal) {
      await this.#newest(refusal);
    }
  }

  async #remove() {
    const { item, etag } = this.#modal.about;
    try {
      const { data } = await api.remove(`${this.#kind.path}/${item.id}`, { etag });
      this.#done(null, item, data);
    } catch (refusal) {
      await this.#newest(refusal);
    }
  }

  /** After somebody else's change the dialog goes on with the new state; a refused request that created may be sent anew. */
  async #newest(refusal) {
    const about = this.#modal.about;
    if (refusal.slug === 'stale' && about.item) {
      await this.#read(about.item.id);
      this.#stale = true;
      return;
    }
    about.key &&= newKey();
    throw refusal;
  }

  #done(answer, item, removal) {
    this.#modal.close();
    announce(t(answer === null ? 'shell.removed' : 'shell.saved'));
    this.#kind.saved(answer, item, removal);
  }

  render() {
    return html`${this.opening.note()} ${this.#modal.render('editor-title', this.#kind.title(this.#modal.about?.item, this.#modal.about?.draft), (about) => this.#draw(about))}`;
  }

  #draw({ item, draft }) {
    return html`
      ${this.#stale ? html`<div class="note warn" role="alert">${t('shell.stale')}</div>` : nothing}
      <form novalidate @submit=${this.#form.submit}>
        ${this.#kind
          .fields(item ?? draft)
          .map((one) => (one.draw ? one.draw(this.#form.fault(one.name)) : this.#form.field({ id: `editor-${one.name}`, ...one })))}
        ${this.#note(this.saving)} ${this.#note(this.removing)}
        <div class="actions">
          <button type="submit" aria-busy=${this.saving.slow}>${t('shell.save')}</button>
          ${item && this.#kind.removable ? this.#removal() : nothing}
        </div>
      </form>
    `;
  }

  #note(doing) {
    return (doing.problem && this.#kind.refused?.(doing.problem)) || doing.note();
  }

  #removal() {
    const ask = () => {
      this.#asked = true;
      this.host.requestUpdate();
    };
    return this.#asked
      ? html`
          <button type="button" class="danger" aria-busy=${this.removing.slow} @click=${() => this.removing.start()}>
            ${this.#kind.removable()}
          </button>
        `
      : html`<button type="button" class="secondary" @click=${ask}>${t('shell.remove')}</button>`;
  }
}
