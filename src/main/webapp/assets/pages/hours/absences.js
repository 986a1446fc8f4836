import { html, nothing } from 'lit';
import { api, newKey } from '../../core/api.js';
import { CLOCK_PATTERN, clockTime } from '../../core/clock-time.js';
import { MiadiElement } from '../../core/element.js';
import { t } from '../../core/i18n.js';
import { plusDays, today } from '../../core/time.js';
import { Doing, Loading } from '../../core/work.js';
import { Editor } from '../../parts/editor.js';
import { strandedNote } from '../../parts/stranded-badge.js';
import { daysText, exceptionBody, kindText, runsThrough, timeText } from './absence.js';
import { tagOf } from './fresh.js';
import { Undo } from './undo.js';
import './month-grid.js';

/** The coming absences and extra hours of one provider: in a month in which one drags, and in a list with forms. Fires `planned` after every change. */
class Absences extends MiadiElement {
  static properties = {
    provider: { attribute: false },
    /** `{from, until}`: days with which to begin an absence at once, as the calendar's page asks for. */
    begin: { attribute: false },
  };

  #stranding = null;
  /** Whether the form asks for one that runs through; null: as it is given. */
  #through = null;
  #reading = new Loading(this, async (signal) => {
    const from = plusDays(today(this.provider.timeZone), -1);
    const all = await api.all(this.#list(), {}, { signal });
    return all.filter(({ endDate }) => endDate >= from).sort((one, other) => (one.startDate < other.startDate ? -1 : 1));
  });
  #undo = new Undo(this);
  #editor = new Editor(this, {
    path: '/exceptions',
    list: () => this.#list(),
    title: (exception, draft) => t(exception ? 'hours.exception.change' : draft?.kind === 'extra' ? 'hours.extra.new' : 'hours.absent.new'),
    fields: (exception) => this.#fields(exception),
    body: (given) => ({
      ...given,
      endDate: given.endDate ?? given.startDate,
      startTime: clockTime(given.startTime),
      endTime: clockTime(given.endTime),
    }),
    removable: () => t('hours.exception.remove'),
    saved: (answer, before, removal) => this.#changed(answer, before, removal),
  });

  #shifting = new Doing(this, async ({ exception, days, revert }) => {
    try {
      const etag = await tagOf('/exceptions', exception);
      const { data } = await api.put(`/exceptions/${exception.id}`, { ...exceptionBody(exception), ...days }, { etag });
      this.#changed(data, exception);
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

  firstUpdated() {
    if (this.begin?.from) {
      this.#create('absent', this.begin.from, this.begin.until ?? this.begin.from);
    }
  }

  #list() {
    return `/providers/${this.provider.id}/exceptions`;
  }

  #create(kind, startDate = '', endDate = '') {
    this.#through = null;
    this.#editor.create({ kind, extent: 'each_day', startDate, endDate });
  }

  #open(id) {
    this.#through = null;
    this.#editor.change(id);
  }

  #read() {
    this.dispatchEvent(new CustomEvent('planned'));
    return this.#reading.start();
  }

  async #changed(now, before, removal) {
    const count = (now ?? removal)?.stranded?.length;
    this.#stranding = count ? { absence: now?.kind === 'absent' ? now.id : null, count } : null;
    await this.#read();
    await this.updateComplete;
    this.querySelector('.strands')?.scrollIntoView({ block: 'center' });
    const shown = now ?? before;
    const what = { what: kindText(shown.kind), days: daysText(shown) };
    const back = async () => {
      if (!before) {
        await api.remove(`/exceptions/${now.id}`, { etag: await tagOf('/exceptions', now) });
      } else if (!now) {
        await api.post(this.#list(), exceptionBody(before), { key: newKey() });
      } else {
        await api.put(`/exceptions/${now.id}`, exceptionBody(before), { etag: await tagOf('/exceptions', now) });
      }
      this.#stranding = null;
      await this.#read();
    };
    this.#undo.offer(!before ? t('hours.planned', what) : !now ? t('hours.unplanned', what) : t('hours.replanned', what), back);
  }

  #shift({ detail }) {
    return this.#shifting.busy ? detail.revert() : this.#shifting.start(detail);
  }

  render() {
    return html`
      <section aria-labelledby="absences-title">
        <div class="heading">
          <h2 id="absences-title">${t('hours.exceptions')}</h2>
          <div class="actions">
            <button type="button" @click=${() => this.#create('absent')}>${t('hours.absent.new')}</button>
            <button type="button" class="secondary" @click=${() => this.#create('extra')}>${t('hours.extra.new')}</button>
          </div>
        </div>
        ${this.#stranding ? this.#strandedNote() : nothing} ${this.#shifting.note()}
        ${this.#reading.render((exceptions) => this.#content(exceptions))} ${this.#undo.render()} ${this.#editor.render()}
      </section>
    `;
  }

  #strandedNote() {
    const { absence, count } = this.#stranding;
    if (!absence) {
      return strandedNote(count, this.provider.id);
    }
    return html`
      <div class="note warn strands" role="alert">
        <p>${t('hours.strands', { count })}</p>
        <a role="button" href="/app/hours/absences/${absence}">${t('stranded.settle')}</a>
      </div>
    `;
  }

  #content(exceptions) {
    return html`
      <p class="muted">${t('hours.month.hint')}</p>
      <div class="hours-both">
        <m-month-grid
          .exceptions=${exceptions}
          today=${today(this.provider.timeZone)}
          @draw=${({ detail }) => this.#create('absent', detail.startDate, detail.endDate)}
          @shift=${this.#shift}
          @pick=${({ detail }) => this.#open(detail.id)}
        ></m-month-grid>
        ${exceptions.length === 0
          ? html`<p class="muted">${t('hours.exceptions.none')}</p>`
          : html`
              <ul class="exception-list" aria-label=${t('hours.exceptions')}>
                ${exceptions.map((one) => this.#item(one))}
              </ul>
            `}
      </div>
    `;
  }

  #item(exception) {
    const days = daysText(exception);
    return html`
      <li class="card">
        <p>
          <span class="badge ${exception.kind === 'absent' ? 'bad' : 'good'}">${timeText(exception)}</span>
          <strong>${days}</strong>
        </p>
        ${exception.reason ? html`<p class="muted">${exception.reason}</p>` : nothing}
        <p class="actions">
          <button type="button" class="secondary" @click=${() => this.#open(exception.id)}>
            ${t('hours.change')}<span class="unseen"> ${days}</span>
          </button>
          ${exception.kind === 'absent'
            ? html`<a href="/app/hours/absences/${exception.id}">${t('hours.stranded.link')}<span class="unseen"> ${days}</span></a>`
            : nothing}
        </p>
      </li>
    `;
  }

  /** Whole days and parts of each day may leave times empty; what runs through begins at a time of the first day and ends at one of the last. */
  #fields(exception) {
    const through = this.#through ?? runsThrough(exception);
    const clock = { pattern: CLOCK_PATTERN, maxlength: 5, required: through };
    const of = (name) => exception[name] ?? '';
    const choose = ({ target }) => {
      this.#through = target.value === 'through';
      this.requestUpdate();
    };
    return [
      { name: 'kind', label: t('hours.kind'), value: of('kind'), options: [['absent', kindText('absent')], ['extra', kindText('extra')]] },
      {
        name: 'extent',
        label: t('hours.extent'),
        value: through ? 'through' : 'each_day',
        options: [['each_day', t('hours.extent.each')], ['through', t('hours.extent.through')]],
        change: choose,
      },
      { name: 'startDate', label: t('hours.firstDay'), type: 'date', value: of('startDate') },
      { name: 'endDate', label: t('hours.lastDay'), type: 'date', value: of('endDate'), required: false, hint: t('hours.lastDay.hint') },
      { name: 'startTime', label: t('hours.from'), value: of('startTime'), hint: t(through ? 'hours.through.from' : 'hours.part.hint'), ...clock },
      { name: 'endTime', label: t('hours.to'), value: of('endTime'), hint: t(through ? 'hours.through.to' : 'hours.to.hint'), ...clock },
      { name: 'reason', label: t('hours.reason'), value: of('reason'), rows: 2, maxlength: 500, required: false },
    ];
  }
}

customElements.define('m-absences', Absences);
