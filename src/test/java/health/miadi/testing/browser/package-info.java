/**
 * A real Chromium that tests drive as a person would, and that fails every test in which something went wrong unseen.
 *
 * <p>{@link health.miadi.testing.browser.InBrowser} gives a test a {@link health.miadi.testing.browser.Screen}: a browser of its own,
 * without cookies. Whatever the test itself looks at, it fails on what is written to the console, on errors of scripts, on violations
 * of the content security policy, on requests to other hosts and on answers that refuse, unless it said beforehand that they come.
 */
@NullMarked
package health.miadi.testing.browser;

import org.jspecify.annotations.NullMarked;
