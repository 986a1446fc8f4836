/**
 * What the tests stand on: a real database, a real server with the real WAR, and clients that check every exchange.
 *
 * <p>One server serves the whole suite. Tests share it and therefore share nothing else: each makes its own patients and
 * providers and never looks at anybody else's rows.
 */
@NullMarked
package health.miadi.testing;

import org.jspecify.annotations.NullMarked;
