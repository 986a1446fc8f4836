import { html, nothing } from 'lit';
import { api } from '../../core/api.js';
import { t } from '../../core/i18n.js';
import { Page } from '../../core/page.js';
import { nameOf } from '../../core/people.js';
import { router } from '../../core/router.js';
import { session } from '../../core/session.js';
import { Loading } from '../../core/work.js';
import { refusedNote } from '../../parts/refused.js';
import { roleText } from '../../parts/roles.js';
import './authenticator-app.js';
import './details.js';
import './emergencies.js';
import './events.js';
import './google-link.js';
import './own-data.js';
import './passkeys.js';
import './password.js';
import './sessions.js';

/** Who one is here, and what one can change of it. */
class Profile extends Page {
  #reading = new Loading(this, async (signal) => {
    const [me, config, passkeys] = await Promise.all([
      api.get('/auth/me', {}, { signal }),
      api.get('/config', {}, { signal }),
      api.get('/auth/passkeys', {}, { signal }),
    ]);
    return { me: me.data, google: config.data.googleSignIn, passkeys: passkeys.data.items };
  });

  connectedCallback() {
    super.connectedCallback();
    this.#reading.start();
  }

  render() {
    return html`
      <h1>${t('shell.profile')}</h1>
      ${refusedNote(this.query.refused)}
      ${this.#reading.render((read) => this.#parts(read))}
    `;
  }

  /** Until there is a second factor that there has to be, everything else is refused (R-AUTH-10). */
  #first(me, passkeys) {
    const goOn = async () => {
      await session.renew();
      await router.go('/', { replace: true });
    };
    return html`
      <div class="note">${t('profile.app.needed')}</div>
      <m-passkeys .username=${me.username} .secret=${me.hasPassword} .second=${me.secondFactor} .items=${passkeys} @kept=${goOn}></m-passkeys>
      <m-authenticator-app .username=${me.username} .secret=${me.hasPassword} @kept=${goOn}></m-authenticator-app>
    `;
  }

  #parts({ me, google, passkeys }) {
    if (session.user.lacksSecondFactor) {
      return this.#first(me, passkeys);
    }
    const again = () => this.#reading.start();
    const patient = me.role === 'patient' && me.personId;
    return html`
      <div class="visit-parts">
        <div>
          ${this.#account(me)} ${patient ? html`<m-own-details .patientId=${me.personId} @renamed=${() => this.#renamed(me)}></m-own-details>` : nothing}
        </div>
        <div>
          <m-password .username=${me.username} @changed=${() => this.querySelector('m-sessions').start()}></m-password>
          <m-passkeys .username=${me.username} .secret=${me.hasPassword} .second=${me.secondFactor} .items=${passkeys} @change=${again}></m-passkeys>
          <m-authenticator-app .username=${me.username} .secret=${me.hasPassword} .second=${me.secondFactor} .passkeys=${passkeys.length > 0} @change=${again}></m-authenticator-app>
          ${google || me.googleLinked ? html`<m-google-link .username=${me.username} .secret=${me.hasPassword} .second=${me.secondFactor} .passkeys=${passkeys.length > 0} .linked=${me.googleLinked} .offered=${google} @change=${again}></m-google-link>` : nothing}
          <m-sessions></m-sessions>
          ${patient ? html`<m-emergencies .patientId=${me.personId}></m-emergencies>` : nothing}
          <m-events></m-events>
          ${patient ? html`<m-own-data .patientId=${me.personId}></m-own-data>` : nothing}
        </div>
      </div>
    `;
  }

  #renamed(me) {
    me.username = session.user.username;
    this.requestUpdate();
  }

  #account({ username, role, person }) {
    return html`
      <section class="card" aria-labelledby="account-title">
        <h2 id="account-title">${t('profile.account')}</h2>
        <dl class="facts">
          <dt>${t('profile.username')}</dt>
          <dd>${username}</dd>
          <dt>${t('profile.role')}</dt>
          <dd>${roleText(role)}</dd>
          ${person && role !== 'patient' ? html`<dt>${t('profile.name')}</dt><dd dir="auto">${nameOf(person)}</dd>` : nothing}
        </dl>
        ${role === 'provider' ? html`<p class="muted">${t('profile.provider')}</p>` : nothing}
      </section>
    `;
  }
}

customElements.define('m-profile', Profile);
