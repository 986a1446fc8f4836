import { html } from 'lit';
import { BarController, BarElement, CategoryScale, Chart as Canvas, Legend, LinearScale, Tooltip } from 'chart.js';
import { MiadiElement } from '../core/element.js';
import { t } from '../core/i18n.js';

Canvas.register(BarController, BarElement, CategoryScale, LinearScale, Legend, Tooltip);

/**
 * A chart of bars with its numbers as a table beside it, for whoever does not look at pictures. Colours are names of the style sheet's, so
 * that the chart follows the colour scheme.
 */
class Chart extends MiadiElement {
  static properties = {
    /** Its heading. */
    label: {},
    /** What one reads from it at a glance, in a sentence. */
    summary: {},
    /**
     * `{categories: [text], series: [{label, color: '--miadi-good', values: [number|null]}], text: (number) => text, along: 'x'|'y', stacked, step: between the lines, caption: what a
     * category is}`
     */
    data: { attribute: false },
  };

  #canvas = null;
  #scheme = matchMedia('(prefers-color-scheme: dark)');
  #theme = new MutationObserver(() => this.#draw());
  #redraw = () => this.#draw();

  connectedCallback() {
    super.connectedCallback();
    this.#scheme.addEventListener('change', this.#redraw);
    this.#theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#scheme.removeEventListener('change', this.#redraw);
    this.#theme.disconnect();
    this.#canvas?.destroy();
    this.#canvas = null;
  }

  updated() {
    this.#draw();
  }

  #draw() {
    const canvas = this.querySelector('canvas');
    if (!canvas || !this.data) {
      return;
    }
    const { categories, series, text = String, along = 'x', stacked = false, step } = this.data;
    const color = (name) => {
      canvas.style.color = `var(${name})`; // a name's own value may still choose between light and dark
      return getComputedStyle(canvas).color;
    };
    const numbers = { stacked, beginAtZero: true, grid: { color: color('--miadi-line') }, ticks: { color: color('--pico-muted-color'), callback: text, precision: along === 'x' ? 0 : undefined, stepSize: step } };
    const names = { stacked, grid: { display: false }, ticks: { color: color('--pico-color'), autoSkip: along === 'x' } };
    this.#canvas?.destroy();
    this.#canvas = new Canvas(canvas, {
      type: 'bar',
      data: {
        labels: categories,
        datasets: series.map((one) => ({ label: one.label, data: one.values, backgroundColor: color(one.color), maxBarThickness: 28, borderRadius: 3 })),
      },
      options: {
        indexAxis: along,
        animation: false,
        responsive: true,
        maintainAspectRatio: false,
        scales: along === 'x' ? { x: names, y: numbers } : { x: numbers, y: names },
        plugins: {
          legend: { display: series.length > 1, position: 'bottom', labels: { color: color('--pico-color'), boxWidth: 14 } },
          tooltip: { callbacks: { label: ({ dataset, raw }) => `${dataset.label}: ${raw === null ? '–' : text(raw)}` } },
        },
      },
    });
  }

  render() {
    const { categories, series, text = String, along, caption } = this.data;
    const tall = along === 'y' ? `rows-${Math.min(Math.ceil(categories.length / 4), 4)}` : '';
    return html`
      <section class="card chart">
        <h2>${this.label}</h2>
        <p>${this.summary}</p>
        <div class="canvas ${tall}"><canvas role="img" aria-label=${`${this.label}. ${this.summary}`}></canvas></div>
        <details>
          <summary>${t('dashboard.table')}</summary>
          <div class="table-scroll" tabindex="0" role="region" aria-label=${this.label}>
            <table>
              <thead>
                <tr>
                  <th scope="col">${caption}</th>
                  ${series.map((one) => html`<th scope="col">${one.label}</th>`)}
                </tr>
              </thead>
              <tbody>
                ${categories.map(
                  (category, row) => html`
                    <tr>
                      <th scope="row">${category}</th>
                      ${series.map(({ values }) => html`<td>${values[row] === null ? '–' : text(values[row])}</td>`)}
                    </tr>
                  `,
                )}
              </tbody>
            </table>
          </div>
        </details>
      </section>
    `;
  }
}

customElements.define('m-chart', Chart);
