/**
 * Servers as processes: Payara Micro and WildFly, started with the WAR under test, watched, stopped and killed.
 *
 * <p>Everything that differs between the two servers in a test run is in {@link health.miadi.testing.server.PayaraMicro}
 * and {@link health.miadi.testing.server.WildFly}.
 */
@NullMarked
package health.miadi.testing.server;

import org.jspecify.annotations.NullMarked;
