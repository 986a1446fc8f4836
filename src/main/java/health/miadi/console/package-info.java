/**
 * The command line: every object of the clinic at a prompt, in the database or in a file.
 *
 * <p>It runs in a process of its own, without a server, on the entities, rules and use cases of the other features, and is
 * not part of the WAR.
 */
@NullMarked
package health.miadi.console;

import org.jspecify.annotations.NullMarked;
