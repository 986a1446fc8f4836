package health.miadi.testing.arquillian;

import org.jboss.arquillian.test.spi.LifecycleMethodExecutor;
import org.jboss.arquillian.test.spi.TestRunnerAdaptor;
import org.jboss.arquillian.test.spi.TestRunnerAdaptorBuilder;

/** Starts the suite's server with the in-container archive, for a test that comes first and is none itself. */
public final class ArquillianStart {

    @InContainer
    private static final class AnyTest {}

    private ArquillianStart() {}

    /**
     * Lets Arquillian package and deploy as it does before a test class.
     *
     * @throws IllegalStateException if the server did not start
     */
    public static void deploy() {
        TestRunnerAdaptor arquillian = TestRunnerAdaptorBuilder.build();
        try {
            arquillian.beforeSuite();
            arquillian.beforeClass(AnyTest.class, LifecycleMethodExecutor.NO_OP);
            arquillian.afterClass(AnyTest.class, LifecycleMethodExecutor.NO_OP);
            arquillian.afterSuite();
        } catch (Exception e) {
            throw new IllegalStateException("The suite's server did not start", e);
        } finally {
            arquillian.shutdown();
        }
    }
}
