/**
 * Serves the front end: the page that every address below {@code /app} answers, and the files that it loads.
 *
 * <p>What the files are is for {@code src/main/webapp} to say; here is how they reach a browser: compressed, kept for as long as
 * they do not change, and under a content policy that lets nothing else run (R-AUTH-7). Everything here is public. ADR 0030.
 */
@NullMarked
package health.miadi.frontend;

import org.jspecify.annotations.NullMarked;
