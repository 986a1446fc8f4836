import { html } from 'lit';
import { MiadiElement } from '../../core/element.js';
import { fullCalendar } from '../../core/full-calendar.js';
import { locale, t } from '../../core/i18n.js';
import { weekdayOf } from '../../core/time.js';
import { MONDAY, WEEKDAYS, inWeek, overMidnight, weekdayText, windowAt } from './windows.js';

const DAY_MILLIS = 86_400_000;

/**
 * The weekly windows as a week in which one draws, moves and stretches them. Fires `draw` with a new window, `shift` with `{rule, window, revert}` and
 * `pick` with a rule. All of it can be done in the list beside it, too.
 */
class WeekGrid extends MiadiElement {
  static properties = { rules: { attribute: false } };

  #calendar = null;

  constructor() {
    super();
    this.rules = [];
  }

  async firstUpdated() {
    const { Calendar } = await fullCalendar();
    this.#calendar = new Calendar(this.querySelector('.week-grid'), {
      initialView: 'timeGridWeek',
      initialDate: MONDAY,
      firstDay: 1,
      timeZone: 'UTC',
      locale: locale(),
      headerToolbar: false,
      allDaySlot: false,
      height: '34rem',
      scrollTime: '06:00',
      // a row for each quarter: FullCalendar takes a dragged window by the middle of its row, and would round with taller ones
      slotDuration: '00:15',
      slotLabelInterval: '01:00',
      dayHeaderFormat: { weekday: 'short' },
      slotLabelFormat: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
      slotEventOverlap: false,
      editable: true,
      eventResizableFromStart: true,
      eventInteractive: true,
      selectable: true,
      selectMirror: true,
      unselectAuto: true,
      longPressDelay: 350,
      selectAllow: ({ start, end }) => end - start <= DAY_MILLIS,
      eventAllow: ({ start, end }) => end - start <= DAY_MILLIS,
      eventContent: ({ event }) => this.#content(event),
      events: this.#events(),
      select: ({ startStr, endStr }) => {
        this.#calendar.unselect();
        this.#tell('draw', windowAt(startStr, endStr));
      },
      eventChange: ({ event, revert }) =>
        this.#tell('shift', { rule: event.extendedProps.rule, window: windowAt(event.startStr, event.endStr), revert }),
      eventClick: ({ event, jsEvent }) => {
        jsEvent.preventDefault();
        this.#tell('pick', event.extendedProps.rule);
      },
    });
    this.#calendar.render();
    this.#nameDays();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#calendar?.destroy();
    this.#calendar = null;
  }

  updated() {
    if (this.#calendar) {
      this.#calendar.setOption('locale', locale());
      this.#calendar.removeAllEvents();
      this.#events().forEach((event) => this.#calendar.addEvent(event));
      this.#nameDays();
    }
  }

  /** Columns are days of any week: who listens is told no date, which FullCalendar gives them. */
  #nameDays() {
    this.querySelectorAll('th[data-date]').forEach((head) => {
      head.querySelector('a').setAttribute('aria-label', weekdayText(WEEKDAYS[weekdayOf(head.dataset.date) - 1]));
    });
  }

  #tell(what, detail) {
    this.dispatchEvent(new CustomEvent(what, { detail }));
  }

  /** Each rule once; one that goes on from Sunday into Monday shows its end at the week's beginning, too. */
  #events() {
    return this.rules.flatMap((rule) => {
      const { start, end } = inWeek(rule);
      const event = { id: rule.id, start: `${start}:00Z`, end: `${end}:00Z`, extendedProps: { rule } };
      const comesRound = rule.dayOfWeek === 'sunday' && overMidnight(rule) && rule.endTime !== '00:00';
      const rest = { start: `${MONDAY}T00:00:00Z`, end: `${MONDAY}T${rule.endTime}:00Z`, editable: false, classNames: ['rest'] };
      return comesRound ? [event, { ...event, ...rest, id: `${rule.id}-rest` }] : [event];
    });
  }

  /** Which day, for who listens; from when to when, which a narrow screen puts on two lines. */
  #content(event) {
    const { rule } = event.extendedProps;
    const rest = event.classNames.includes('rest');
    const { dayOfWeek, startTime, endTime } = rest || !event.end ? rule : windowAt(event.startStr, event.endStr);
    return { domNodes: [span('unseen', weekdayText(dayOfWeek)), span('fc-event-time', span('', startTime), span('dash', '–'), span('', endTime))] };
  }

  render() {
    return html`<div class="week-grid" role="group" aria-label=${t('hours.grid')}></div>`;
  }
}

function span(className, ...content) {
  const element = document.createElement('span');
  element.className = className;
  element.append(...content);
  return element;
}

customElements.define('m-week-grid', WeekGrid);
