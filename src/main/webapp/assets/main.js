/** Where the front end begins: the language, the session that may be there already, then the page that the address names. */
import { language, loadMessages, setLanguage } from './core/i18n.js';
import { startRouting } from './core/router.js';
import { session } from './core/session.js';
import { applyScheme } from './core/settings.js';
import { Shell } from './core/shell.js';

applyScheme();
await Promise.all([setLanguage(language()), loadMessages(['shell', 'words', 'problem', 'account']), session.resume()]);
customElements.define('m-shell', Shell);
await startRouting();
