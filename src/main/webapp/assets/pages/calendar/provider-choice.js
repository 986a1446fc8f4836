import { html } from 'lit';
import { api } from '../../core/api.js';
import { MiadiElement } from '../../core/element.js';
import { t } from '../../core/i18n.js';
import { nameOf } from '../../core/people.js';
import { Loading } from '../../core/work.js';

/** Whose calendar to show, for an admin. Fires `choose` with the provider's id. */
class ProviderChoice extends MiadiElement {
  static properties = { chosen: { attribute: false } };

  #all = new Loading(this, (signal) => api.all('/providers', {}, { signal }));

  connectedCallback() {
    super.connectedCallback();
    this.#all.start();
  }

  #change(event) {
    this.dispatchEvent(new CustomEvent('choose', { detail: event.target.value }));
  }

  render() {
    return this.#all.render(
      (all) => html`
        <label>
          ${t('calendar.provider')}
          <select @change=${this.#change}>
            ${this.chosen ? '' : html`<option value="" selected disabled>${t('calendar.provider.choose')}</option>`}
            ${all
              .filter((one) => one.active || one.id === this.chosen)
              .map(
                (one) => html`
                  <option value=${one.id} ?selected=${one.id === this.chosen}>
                    ${[nameOf(one), one.specialization].filter(Boolean).join(', ')}
                  </option>
                `,
              )}
          </select>
        </label>
      `,
    );
  }
}

customElements.define('m-provider-choice', ProviderChoice);
