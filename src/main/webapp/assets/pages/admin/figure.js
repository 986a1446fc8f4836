import { html } from 'lit';

/** One number that one looks at, with what it is and what stands behind it. */
export const figure = (label, value, text) => html`
  <li class="card figure">
    <span class="muted">${label}</span>
    <strong>${value}</strong>
    <small>${text}</small>
  </li>
`;
