import { html, nothing } from 'lit';
import { api, newKey } from '../../core/api.js';
import { CLOCK_PATTERN, clockTime } from '../../core/clock-time.js';
import { MiadiElement } from '../../core/element.js';
import { t } from '../../core/i18n.js';
import { dayText, today } from '../../core/time.js';
import { Doing, Loading } from '../../core/work.js';
import { Editor } from '../../parts/editor.js';
import { strandedNote } from '../../parts/stranded-badge.js';
import { tagOf } from './fresh.js';
import { Undo } from './undo.js';
import { WEEKDAYS, ruleBody, spanText, weekdayText } from './windows.js';
import './week-grid.js';

/** The weekly windows of one provider: in a week in which one drags, and in a list with forms; every change can be taken back. Fires `planned` after each. */
class WeeklyHours extends MiadiElement {
  static properties = { provider: { attribute: false } };

  #reading = new Loading(this, (signal) => api.all(`/providers/${this.provider.id}/availability`, {}, { signal }));
  #stranded = 0;
  #undo = new Undo(this);
  #editor = new Editor(this, {
    path: '/availability',
    list: () => `/providers/${this.provider.id}/availability`,
    title: (rule) => t(rule ? 'hours.window.change' : 'hours.window.new'),
    fields,
    body: (given) => ({ ...given, startTime: clockTime(given.startTime), endTime: clockTime(given.endTime) }),
    removable: () => t('hours.window.remove'),
    refused: (problem) => (problem.slug === 'duplicate' ? overlapNote() : null),
    saved: (answer, before, removal) => this.#changed(answer, before, removal),
  });

  #drawing = new Doing(this, async (window) => {
    try {
      const { data } = await api.post(`/providers/${this.provider.id}/availability`, window, { key: newKey() });
      this.#changed(data, null);
    } catch (refusal) {
      this.#reading.start();
      throw refusal;
    }
  });

  #shifting = new Doing(this, async ({ rule, window, revert }) => {
    try {
      const etag = await tagOf('/availability', rule);
      const { data } = await api.put(`/availability/${rule.id}`, { ...ruleBody(rule), ...window }, { etag });
      this.#changed(data, rule);
    } catch (refusal) {
      revert();
      this.#reading.start();
      throw refusal;
    }
  });

  connectedCallback() {
    super.connectedCallback();
    this.#reading.start();
  }

  /** Shows what was done and offers to take it back. @param now the rule as it is, null when removed @param before as it was, null when new @param removal what was answered to a removal */
  async #changed(now, before, removal) {
    this.#stranded = (now ?? removal)?.stranded?.length ?? 0;
    await this.#read();
    const path = `/providers/${this.provider.id}/availability`;
    const shown = now ?? before;
    const what = { day: weekdayText(shown.dayOfWeek), span: spanText(shown) };
    const back = async () => {
      if (!before) {
        await api.remove(`/availability/${now.id}`, { etag: await tagOf('/availability', now) });
      } else if (!now) {
        await api.post(path, ruleBody(before), { key: newKey() });
      } else {
        await api.put(`/availability/${now.id}`, ruleBody(before), { etag: await tagOf('/availability', now) });
      }
      this.#stranded = 0;
      await this.#read();
    };
    this.#undo.offer(!before ? t('hours.added', what) : !now ? t('hours.removed', what) : t('hours.changed', what), back);
  }

  #read() {
    this.dispatchEvent(new CustomEvent('planned'));
    return this.#reading.start();
  }

  #note(doing) {
    return doing.problem?.slug === 'duplicate' ? overlapNote() : doing.note();
  }

  #shift({ detail }) {
    this.#drawing.clear();
    return this.#shifting.busy ? detail.revert() : this.#shifting.start(detail);
  }

  #draw({ detail }) {
    this.#shifting.clear();
    this.#drawing.start(detail);
  }

  render() {
    return html`
      <section aria-labelledby="weekly-title">
        <div class="heading">
          <h2 id="weekly-title">${t('hours.weekly')}</h2>
          <button type="button" @click=${() => this.#editor.create({ dayOfWeek: 'monday', startTime: '', endTime: '' })}>
            ${t('hours.window.new')}
          </button>
        </div>
        ${strandedNote(this.#stranded, this.provider.id)} ${this.#note(this.#shifting)} ${this.#note(this.#drawing)} ${this.#reading.render((rules) => this.#content(rules))}
        ${this.#undo.render()} ${this.#editor.render()}
      </section>
    `;
  }

  #content(rules) {
    const day = today(this.provider.timeZone);
    const shown = rules.filter(({ validUntil }) => !validUntil || validUntil >= day);
    return html`
      <p class="muted">${t('hours.grid.hint')}</p>
      <div class="hours-both">
        <m-week-grid
          .rules=${shown}
          @draw=${this.#draw}
          @shift=${this.#shift}
          @pick=${(event) => this.#editor.change(event.detail.id)}
        ></m-week-grid>
        <ul class="week-list" aria-label=${t('hours.weekly')}>
          ${WEEKDAYS.map((weekday) => this.#day(weekday, shown.filter((rule) => rule.dayOfWeek === weekday)))}
        </ul>
      </div>
    `;
  }

  #day(weekday, rules) {
    const sorted = [...rules].sort((one, other) => (one.startTime < other.startTime ? -1 : 1));
    return html`
      <li>
        <strong>${weekdayText(weekday)}</strong>
        <div class="windows">
          ${sorted.map(
            (rule) => html`
              <button type="button" class="secondary" @click=${() => this.#editor.change(rule.id)}>
                <span class="unseen">${t('hours.change')}: ${weekdayText(weekday)}</span> ${spanText(rule)} ${validity(rule)}
              </button>
            `,
          )}
          ${sorted.length === 0 ? html`<span class="muted">${t('hours.free')}</span>` : nothing}
          <button
            type="button"
            class="plus secondary"
            aria-label=${t('hours.window.add', { day: weekdayText(weekday) })}
            @click=${() => this.#editor.create({ dayOfWeek: weekday, startTime: '', endTime: '' })}
          >
            +
          </button>
        </div>
      </li>
    `;
  }
}

const overlapNote = () => html`<div class="note problem" role="alert"><p>${t('hours.overlap')}</p></div>`;

/** Since and until when the window holds, where that is limited. */
function validity({ validFrom, validUntil }) {
  const from = validFrom && dayText(validFrom);
  const until = validUntil && dayText(validUntil);
  if (!from && !until) {
    return nothing;
  }
  const text = from && until ? t('hours.valid.both', { from, until }) : from ? t('hours.valid.from', { from }) : t('hours.valid.until', { until });
  return html`<small>${text}</small>`;
}

function fields(rule) {
  const clock = { pattern: CLOCK_PATTERN, maxlength: 5, inputmode: 'text' };
  return [
    {
      name: 'dayOfWeek',
      label: t('hours.weekday'),
      value: rule.dayOfWeek,
      options: WEEKDAYS.map((weekday) => [weekday, weekdayText(weekday)]),
    },
    { name: 'startTime', label: t('hours.from'), value: rule.startTime, hint: t('hours.from.hint'), ...clock },
    { name: 'endTime', label: t('hours.to'), value: rule.endTime, hint: t('hours.to.hint'), ...clock },
    { name: 'validFrom', label: t('hours.validFrom'), type: 'date', value: rule.validFrom, required: false },
    { name: 'validUntil', label: t('hours.validUntil'), type: 'date', value: rule.validUntil, required: false, hint: t('hours.valid.hint') },
  ];
}

customElements.define('m-weekly-hours', WeeklyHours);
