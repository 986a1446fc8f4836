/** What a deployment must be told, and the refusal to start without it (R-AUTH-9). */
@NullMarked
package health.miadi.shared.settings;

import org.jspecify.annotations.NullMarked;
