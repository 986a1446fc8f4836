import { html } from 'lit';
import { api } from '../../core/api.js';
import { locale, t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { router } from '../../core/router.js';
import { dayText, ownZone, plusDays, today } from '../../core/time.js';
import { Loading } from '../../core/work.js';
import { statusText } from '../../parts/status.js';
import { figure } from './figure.js';
import '../../parts/chart.js';

/** How many providers a chart shows: those that stand out most. */
const SHOWN = 12;

const SPANS = {
  past: { label: 'dashboard.span.past', from: -29, to: 0 },
  week: { label: 'dashboard.span.week', from: -6, to: 0 },
  ahead: { label: 'dashboard.span.ahead', from: 0, to: 13 },
};

/** The clinic at a glance: how many come, how many do not, how full the calendars are, and how long one waits. */
class Dashboard extends Page {
  #statistics = new Loading(this, async (signal) => {
    const day = today(ownZone());
    const { from, to } = SPANS[this.#span];
    return (await api.get('/statistics', { from: plusDays(day, from), to: plusDays(day, to) }, { signal })).data;
  });

  get #span() {
    return this.query.span in SPANS ? this.query.span : 'past';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#statistics.start();
  }

  #choose(span) {
    this.query = { span };
    router.note(this.query);
    this.#statistics.start();
  }

  render() {
    return html`
      <div class="heading">
        <h1>${t('shell.dashboard')}</h1>
        <div class="spans" role="group" aria-label=${t('dashboard.span')}>
          ${Object.entries(SPANS).map(
            ([span, { label }]) =>
              html`<button type="button" class="secondary" aria-pressed=${span === this.#span} @click=${() => this.#choose(span)}>${t(label)}</button>`,
          )}
        </div>
      </div>
      ${this.#statistics.render((statistics) => this.#draw(statistics))}
    `;
  }

  #draw({ days, totals, waitingMinutes, providers }) {
    const booked = sum(providers, 'bookedMinutes');
    const available = sum(providers, 'availableMinutes');
    return html`
      <ul class="figures">
        ${figure(t('dashboard.appointments'), number(totals.total), this.#appointments(totals))}
        ${figure(t('dashboard.noShow'), share(totals.noShowRate), t('dashboard.noShow.text', { count: totals.noShow }))}
        ${figure(t('dashboard.utilisation'), share(available ? booked / available : null), t('dashboard.utilisation.text'))}
        ${figure(t('dashboard.waiting'), waitingMinutes === null ? '–' : waiting(waitingMinutes), t('dashboard.waiting.text'))}
      </ul>
      <div class="charts">
        ${this.#days(days)} ${this.#utilisation(providers)} ${this.#noShows(providers)} ${this.#waits(providers)}
      </div>
    `;
  }

  /** Of days that are over what took place, of days ahead what is still to come. */
  #appointments({ scheduled, checkedIn, completed }) {
    return this.#span === 'ahead'
      ? t('dashboard.appointments.text', { count: scheduled + checkedIn })
      : t('dashboard.appointments.done', { count: completed });
  }

  #days(days) {
    const most = days.reduce((one, other) => (other.total > one.total ? other : one));
    const series = [
      ['scheduled', '--miadi-info', 'scheduled'],
      ['checked_in', '--miadi-warn', 'checkedIn'],
      ['completed', '--miadi-good', 'completed'],
      ['no_show', '--miadi-bad', 'noShow'],
      ['cancelled', '--miadi-quiet', 'cancelled'],
    ].map(([status, color, name]) => ({ label: statusText(status), color, values: days.map((day) => day[name]) }));
    return html`
      <m-chart
        class="whole"
        .label=${t('dashboard.perDay')}
        .summary=${t('dashboard.perDay.text', { day: dayText(most.date), count: most.total })}
        .data=${{
          categories: days.map(({ date }) => dayText(date, { day: 'numeric', month: 'short' })),
          series,
          stacked: true,
          text: number,
          caption: t('dashboard.day'),
        }}
      ></m-chart>
    `;
  }

  #utilisation(providers) {
    const ranked = top(providers, 'utilisation');
    return this.#ofProviders(ranked, t('dashboard.utilisation.by'), t('dashboard.utilisation.by.text'), '--pico-primary', ({ utilisation }) => utilisation, share);
  }

  #noShows(providers) {
    const ranked = top(providers, 'noShowRate').filter(({ noShowRate }) => noShowRate > 0);
    return this.#ofProviders(ranked, t('dashboard.noShow.by'), t('dashboard.noShow.by.text'), '--miadi-bad', ({ noShowRate }) => noShowRate, share);
  }

  #waits(providers) {
    const now = Date.now();
    const wait = ({ nextFreeStart }) => Math.max(0, (Date.parse(nextFreeStart) - now) / 60_000);
    const ranked = providers
      .filter(({ nextFreeStart }) => nextFreeStart)
      .sort((one, other) => wait(other) - wait(one))
      .slice(0, SHOWN);
    const longest = Math.max(...ranked.map(wait));
    const text = (minutes) => waiting(minutes, longest);
    return this.#ofProviders(ranked, t('dashboard.waiting.by'), t('dashboard.waiting.by.text'), '--miadi-warn', wait, text, wholeStep(longest));
  }

  #ofProviders(providers, label, summary, color, value, text, step) {
    return providers.length === 0
      ? html`<section class="card chart"><h2>${label}</h2><p class="muted">${t('dashboard.nothing')}</p></section>`
      : html`
          <m-chart
            .label=${label}
            .summary=${summary}
            .data=${{
              categories: providers.map(({ name }) => name),
              series: [{ label, color, values: providers.map(value) }],
              along: 'y',
              text,
              step,
              caption: t('dashboard.provider'),
            }}
          ></m-chart>
        `;
  }
}

const sum = (items, name) => items.reduce((total, item) => total + item[name], 0);

const top = (providers, name) =>
  providers
    .filter((provider) => provider[name] !== null)
    .sort((one, other) => other[name] - one[name])
    .slice(0, SHOWN);

const number = (value) => new Intl.NumberFormat(locale()).format(value);
const share = (value) => (value === null ? '–' : new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 1 }).format(value));

/** Hours or days, whichever reads better for the longest wait, and how many minutes one has. */
const unitOf = (longest) => (longest < 48 * 60 ? ['hour', 60] : ['day', 24 * 60]);

/** Whole hours or days, so that some six lines make the axis, in minutes. */
function wholeStep(longest) {
  const [, size] = unitOf(longest);
  return Math.max(1, Math.ceil(longest / size / 6)) * size;
}

function waiting(minutes, longest = minutes) {
  const [unit, size] = unitOf(longest);
  return new Intl.NumberFormat(locale(), { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 1 }).format(minutes / size);
}

customElements.define('m-dashboard', Dashboard);
