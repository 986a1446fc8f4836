import { html } from 'lit';
import { t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { Editor } from '../../parts/editor.js';
import { Table } from '../../parts/table.js';

/** The kinds of visit that the clinic offers, with the terms on which each is booked. */
class Types extends Page {
  #table = new Table(this, '/appointment-types', () => [
    { label: t('admin.name'), draw: (type) => html`<button type="button" class="link" @click=${() => this.#editor.change(type.id)}>${type.name}</button>` },
    { label: t('admin.type.duration'), draw: (type) => minutes(type.durationMinutes) },
    { label: t('admin.type.interval'), draw: (type) => minutes(type.slotIntervalMinutes) },
    { label: t('admin.type.buffers'), draw: (type) => t('admin.type.buffers.text', { before: type.bufferBeforeMinutes, after: type.bufferAfterMinutes }) },
    { label: t('admin.type.patients'), draw: ({ patientsMayBook }) => (patientsMayBook ? t('admin.yes') : t('admin.no')) },
  ]);

  #editor = new Editor(this, {
    path: '/appointment-types',
    title: (type) => type?.name ?? t('admin.type.new'),
    fields,
    body: (given) => ({
      ...Object.fromEntries(Object.entries(given).map(([name, value]) => [name, NUMBERS.includes(name) && value !== null ? Number(value) : value])),
      patientsMayBook: given.patientsMayBook === 'true',
    }),
    removable: () => t('admin.type.remove'),
    saved: () => this.#table.start(),
  });

  connectedCallback() {
    super.connectedCallback();
    this.#table.start();
  }

  render() {
    return html`
      <div class="heading">
        <h1>${t('shell.types')}</h1>
        <button type="button" @click=${() => this.#editor.create()}>${t('admin.type.new')}</button>
      </div>
      ${this.#table.render(t('shell.types'), t('admin.none'))} ${this.#editor.render()}
    `;
  }
}

const NUMBERS = [
  'durationMinutes',
  'slotIntervalMinutes',
  'bufferBeforeMinutes',
  'bufferAfterMinutes',
  'minNoticeMinutes',
  'maxHorizonDays',
  'maxPerDay',
];

const minutes = (count) => t('admin.minutes', { count });

function fields(type) {
  const number = (name, label, min, max, more = {}) => ({
    name,
    label,
    type: 'number',
    inputmode: 'numeric',
    value: `${type?.[name] ?? more.otherwise ?? ''}`,
    min,
    max,
    ...more,
  });
  const usual = { required: false, hint: t('admin.type.default') };
  return [
    { name: 'name', label: t('admin.name'), value: type?.name ?? '', maxlength: 100 },
    number('durationMinutes', t('admin.type.duration.long'), 5, 480, { otherwise: 30 }),
    number('slotIntervalMinutes', t('admin.type.interval.long'), 5, 240, { otherwise: 15 }),
    number('bufferBeforeMinutes', t('admin.type.before'), 0, 240, { otherwise: 0 }),
    number('bufferAfterMinutes', t('admin.type.after'), 0, 240, { otherwise: 0 }),
    number('minNoticeMinutes', t('admin.type.notice'), 0, 43200, usual),
    number('maxHorizonDays', t('admin.type.horizon'), 1, 730, usual),
    number('maxPerDay', t('admin.type.daily'), 1, 500, { required: false, hint: t('admin.type.daily.hint') }),
    {
      name: 'patientsMayBook',
      label: t('admin.type.patients'),
      value: `${type?.patientsMayBook ?? true}`,
      options: [['true', t('admin.yes')], ['false', t('admin.no')]],
    },
  ];
}

customElements.define('m-types', Types);
