package health.miadi.testing.arquillian;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Application;
import org.junit.jupiter.api.Test;

/** Proves that in-container tests run next to the application, in the server, with its beans. */
@InContainer
class InContainerIT {

    @Inject
    BeanManager beans;

    @Test
    void aTestSeesTheApplicationsBeans() {
        assertThat(beans.getBeans(Application.class)).isNotEmpty();
    }

    @Test
    void aTestRunsInTheServersProcess() {
        assertThat(System.getProperty("sun.java.command")).contains("payara-micro");
    }
}
