/**
 * What the log says, on every server alike: one line a request, the request's id with every record that it causes, and JSON where a
 * deployment wants it (ADR 0043). Nothing here knows a name, a path or a body.
 */
@NullMarked
package health.miadi.shared.logging;

import org.jspecify.annotations.NullMarked;
