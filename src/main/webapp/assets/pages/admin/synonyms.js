import { html } from 'lit';
import { api } from '../../core/api.js';
import { t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { Loading } from '../../core/work.js';
import { Editor } from '../../parts/editor.js';
import { Table } from '../../parts/table.js';

const PRACTICES = 'practices';

/** What patients call what providers do, so that a search finds them by it (R-PERS-6). */
class Synonyms extends Page {
  #table = new Table(
    this,
    '/synonyms',
    () => [
      { label: t('admin.synonym.said'), draw: (one) => html`<button type="button" class="link" @click=${() => this.#editor.change(one.id)}>${one.said}</button>` },
      { label: t('admin.synonym.meant'), draw: (one) => one.meant },
    ],
    { limit: 200 },
  );

  #editor = new Editor(this, {
    path: '/synonyms',
    title: (synonym) => synonym?.said ?? t('admin.synonym.new'),
    fields,
    body: (given) => given,
    removable: () => t('admin.synonym.remove'),
    saved: () => this.#table.start(),
  });

  /** What the clinic's providers do, to choose from; another may be meant as well. */
  #practices = new Loading(this, async (signal) => {
    const { data } = await api.get('/specializations', {}, { signal });
    return [...data.specializations, ...data.cadres].map(({ name }) => name);
  });

  connectedCallback() {
    super.connectedCallback();
    this.#table.start();
    this.#practices.start();
  }

  render() {
    return html`
      <div class="heading">
        <h1>${t('shell.synonyms')}</h1>
        <button type="button" @click=${() => this.#editor.create()}>${t('admin.synonym.new')}</button>
      </div>
      <p>${t('admin.synonym.about')}</p>
      ${this.#table.render(t('shell.synonyms'), t('admin.synonym.none'))} ${this.#editor.render()}
      <datalist id=${PRACTICES}>${(this.#practices.value ?? []).map((name) => html`<option value=${name}></option>`)}</datalist>
    `;
  }
}

const fields = (synonym) => [
  { name: 'said', label: t('admin.synonym.said'), value: synonym?.said ?? '', maxlength: 100, hint: t('admin.synonym.said.hint') },
  {
    name: 'meant',
    label: t('admin.synonym.meant'),
    value: synonym?.meant ?? '',
    maxlength: 100,
    list: PRACTICES,
    hint: t('admin.synonym.meant.hint'),
  },
];

customElements.define('m-synonyms', Synonyms);
