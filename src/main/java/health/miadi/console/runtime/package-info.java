/**
 * The application without a server: its use cases, repositories and entities as beans of CDI in Java SE (ADR 0025).
 *
 * <p>What a server does for them is done here and nowhere else: it finds the beans, gives them an entity manager, and puts one
 * transaction around each call of a use case. Timers and whatever a server starts by itself do not run. Nobody's role is
 * checked: whoever can read the database's password is the clinic's operator, and the audit trail names them.
 */
@NullMarked
package health.miadi.console.runtime;

import org.jspecify.annotations.NullMarked;
