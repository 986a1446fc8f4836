import { html, nothing } from 'lit';
import { api } from '../../core/api.js';
import { MiadiElement } from '../../core/element.js';
import { t } from '../../core/i18n.js';
import { ownZone, shortMomentText } from '../../core/time.js';
import { Doing, Loading } from '../../core/work.js';
import { byText, eventText } from '../../parts/event-words.js';

/** How many are read at once. */
const PAGE = 10;

/** What happened to one's account, and by whom (R-AUTH-15). */
class Events extends MiadiElement {
  #reading = new Loading(this, async (signal) => (await api.get('/auth/events', { limit: PAGE }, { signal })).data);
  #more = new Doing(this, async () => {
    const { items, next } = this.#reading.value;
    const { data } = await api.get('/auth/events', { limit: PAGE, cursor: next });
    this.#reading.value = { items: [...items, ...data.items], next: data.next };
  });

  connectedCallback() {
    super.connectedCallback();
    this.#reading.start();
  }

  render() {
    return html`
      <section class="card" id="events" aria-labelledby="events-title">
        <h2 id="events-title">${t('events.title')}</h2>
        <p class="muted">${t('events.text')}</p>
        ${this.#reading.render(({ items, next }) => this.#draw(items, next))} ${this.#more.note()}
      </section>
    `;
  }

  #draw(items, next) {
    return html`
      <ul class="plain">
        ${items.map((event) => this.#item(event))}
      </ul>
      ${next
        ? html`<button type="button" class="secondary" aria-busy=${this.#more.slow} @click=${() => this.#more.start()}>${t('events.more')}</button>`
        : nothing}
    `;
  }

  #item(event) {
    const from = [event.program, event.system, event.network].filter(Boolean).join(', ');
    return html`
      <li class="card">
        <p><strong>${eventText(event)}</strong> ${event.unread ? html`<span class="badge">${t('events.unread')}</span>` : nothing}</p>
        <p class="muted">
          ${shortMomentText(event.at, ownZone())}, <span dir="auto">${byText(event)}</span>
          ${from ? html`<br />${t('events.from', { from })}` : nothing}
        </p>
      </li>
    `;
  }
}

customElements.define('m-events', Events);
