import { html } from 'lit';
import { MiadiElement } from '../../core/element.js';
import { fullCalendar } from '../../core/full-calendar.js';
import { locale, t } from '../../core/i18n.js';
import { plusDays } from '../../core/time.js';
import { timeText } from './absence.js';

/**
 * The absences and extra hours in a month, where one draws over days, moves and stretches. Fires `draw` with `{startDate, endDate}`, `shift` with
 * `{exception, days, revert}` and `pick` with an exception.
 */
class MonthGrid extends MiadiElement {
  static properties = { exceptions: { attribute: false }, today: {} };

  #calendar = null;
  #locale = locale();
  #title = '';

  constructor() {
    super();
    this.exceptions = [];
  }

  async firstUpdated() {
    const { Calendar } = await fullCalendar();
    this.#calendar = new Calendar(this.querySelector('.month-grid'), {
      initialView: 'dayGridMonth',
      firstDay: 1,
      timeZone: 'UTC',
      now: this.today,
      locale: this.#locale,
      height: 'auto',
      headerToolbar: false,
      datesSet: ({ view }) => {
        this.#title = view.title;
        this.requestUpdate();
      },
      fixedWeekCount: false,
      editable: true,
      eventResizableFromStart: true,
      eventInteractive: true,
      selectable: true,
      longPressDelay: 350,
      dayCellDidMount: ({ el }) => el.removeAttribute('aria-labelledby'), // it would call a day by its date alone, and not say who is away
      eventContent: ({ event }) => content(event),
      events: this.#events(),
      select: ({ startStr, endStr }) => {
        this.#calendar.unselect();
        this.#tell('draw', { startDate: startStr, endDate: plusDays(endStr, -1) });
      },
      eventChange: ({ event, revert }) => {
        const days = { startDate: event.startStr, endDate: event.endStr ? plusDays(event.endStr, -1) : event.startStr };
        this.#tell('shift', { exception: event.extendedProps.exception, days, revert });
      },
      eventClick: ({ event, jsEvent }) => {
        jsEvent.preventDefault();
        this.#tell('pick', event.extendedProps.exception);
      },
    });
    this.#calendar.render();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#calendar?.destroy();
    this.#calendar = null;
  }

  updated(changes) {
    if (this.#calendar && this.#locale !== locale()) {
      this.#locale = locale();
      this.#calendar.setOption('locale', this.#locale);
    }
    if (this.#calendar && changes.has('exceptions')) {
      this.#calendar.removeAllEvents();
      this.#events().forEach((event) => this.#calendar.addEvent(event));
    }
  }

  #tell(what, detail) {
    this.dispatchEvent(new CustomEvent(what, { detail }));
  }

  #events() {
    return this.exceptions.map((exception) => ({
      id: exception.id,
      allDay: true,
      start: exception.startDate,
      end: plusDays(exception.endDate, 1),
      classNames: [exception.kind],
      extendedProps: { exception },
    }));
  }

  render() {
    return html`
      <div class="month-head">
        <h3 aria-live="polite">${this.#title}</h3>
        <button type="button" class="secondary" aria-label=${t('hours.month.before')} @click=${() => this.#calendar?.prev()}>‹</button>
        <button type="button" class="secondary" aria-label=${t('hours.month.after')} @click=${() => this.#calendar?.next()}>›</button>
      </div>
      <div class="month-grid" role="group" aria-label=${t('hours.month')}></div>
    `;
  }
}

function content(event) {
  const { exception } = event.extendedProps;
  const text = document.createElement('span');
  text.className = 'fc-event-title';
  text.textContent = exception ? timeText(exception) : '';
  return { domNodes: [text] };
}

customElements.define('m-month-grid', MonthGrid);
