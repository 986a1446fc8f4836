/**
 * How this process ends: at a start that failed, and drained of its requests when it is told to stop. It is the one place
 * that ends a server's process or hears its signals, and settings say whether it may.
 */
@NullMarked
package health.miadi.shared.process;

import org.jspecify.annotations.NullMarked;
