/** Where the front end begins: the language, the session that may be there already, then the page that the address names. */
import { language, loadMessages, setLanguage } from './core/i18n.js';
import { router, startRouting } from './core/router.js';
import { session } from './core/session.js';
import { applyScheme } from './core/settings.js';
import { Shell } from './core/shell.js';
import './pages/home.js';
import { routes } from './routes.js';

applyScheme();
router.know(routes);
await Promise.all([
  setLanguage(language()),
  loadMessages(['shell', 'words', 'problem', 'account']),
  session.resume(),
  router.fetchAhead(location.pathname),
]);
customElements.define('m-shell', Shell);
await startRouting();
