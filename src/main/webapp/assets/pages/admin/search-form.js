import { html } from 'lit';
import { t } from '../../core/i18n.js';
import { entries } from '../../core/forms.js';

/**
 * The search above a list.
 *
 * @param {object} search `term` in use; `choices` [{name, label, value, options}]; `find(given)` is told the new search
 */
export function searchForm({ term, choices = [], find }) {
  const submit = (event) => {
    event.preventDefault();
    find(given(event.target));
  };
  const given = (form) => Object.fromEntries(Object.entries(entries(form)).map(([name, value]) => [name, value ?? '']));
  return html`
    <search><form class="search" @submit=${submit}>
      <label>
        ${t('admin.search')}
        <input type="search" name="search" maxlength="100" .value=${term ?? ''} autocomplete="off" />
      </label>
      ${choices.map(
        ({ name, label, value, options }) => html`
          <label>
            ${label}
            <select name=${name} @change=${(event) => find(given(event.target.form))}>
              ${options.map(([one, text]) => html`<option value=${one} ?selected=${one === (value ?? '')}>${text}</option>`)}
            </select>
          </label>
        `,
      )}
      <button type="submit" class="secondary">${t('admin.find')}</button>
    </form></search>
  `;
}
