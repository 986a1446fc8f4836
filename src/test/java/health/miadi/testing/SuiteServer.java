package health.miadi.testing;

import health.miadi.testing.arquillian.ArquillianStart;
import health.miadi.testing.server.BuildOutput;
import health.miadi.testing.server.ServerUnderTest;

/** The server that the tests of this run talk to, started when the first one asks. */
public final class SuiteServer {

    private SuiteServer() {}

    /**
     * The running server: Payara Micro with the WAR and the in-container tests, or WildFly with the WAR as it is.
     *
     * @throws IllegalStateException if it did not start; the cause names the log
     */
    public static synchronized ServerUnderTest get() {
        if (ServerUnderTest.isPayara() && !ServerUnderTest.isRunning()) {
            ArquillianStart.deploy();
        }
        return ServerUnderTest.runningWith(BuildOutput.war());
    }
}
