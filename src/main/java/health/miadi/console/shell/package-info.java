/**
 * The prompt of {@link health.miadi.console}: it reads a line, understands it, has the storage do it, and shows the outcome.
 *
 * <p>A line goes one way: {@link LineParser} makes it a {@link Line}, {@link Commands} finds the command, the command asks
 * the storage, {@link Display} shows what came out. Whether a person types or a script feeds the lines is decided once, by
 * {@link ConsoleMain}; commands ask {@link Session} for what differs. The shell holds no rule of the clinic: those are the
 * storage's.
 */
@NullMarked
package health.miadi.console.shell;

import org.jspecify.annotations.NullMarked;
