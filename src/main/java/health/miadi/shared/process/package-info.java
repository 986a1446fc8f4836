/**
 * How this process ends when it has to: at a start that failed. It is the one place that ends a server's process, and
 * settings say whether it may.
 */
@NullMarked
package health.miadi.shared.process;

import org.jspecify.annotations.NullMarked;
