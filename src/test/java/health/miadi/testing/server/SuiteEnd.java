package health.miadi.testing.server;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Stops the suite's server and PostgreSQL when the test run is over. */
public final class SuiteEnd implements LauncherSessionListener {

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        ServerUnderTest.stop();
        Cluster.stopShared();
    }
}
