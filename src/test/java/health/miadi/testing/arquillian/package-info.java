/**
 * Arquillian on a server that is already there.
 *
 * <p>Arquillian starts and deploys per test class; this suite wants one server for everything. So its container adapter
 * here starts the suite's server at the first deployment and answers every later one with the server that runs: all
 * in-container tests ride in one archive, the WAR under test plus the test classes.
 */
@NullMarked
package health.miadi.testing.arquillian;

import org.jspecify.annotations.NullMarked;
