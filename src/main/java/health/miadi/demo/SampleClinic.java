package health.miadi.demo;

import health.miadi.shared.persistence.SchemaMigration;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Loads the sample clinic at the first start with {@code miadi.sample-clinic=true}; a start fails if it cannot. */
@Singleton
@Startup
@DependsOn("FirstAdmin")
@TransactionManagement(TransactionManagementType.BEAN)
public class SampleClinic {
    private static final Logger LOG = Logger.getLogger(SampleClinic.class.getName());

    @EJB
    SchemaMigration schema;

    @EJB
    SampleClinicLoading loading;

    @Inject
    @ConfigProperty(name = "miadi.sample-clinic", defaultValue = "false")
    boolean wanted;

    @Inject
    @ConfigProperty(name = "miadi.sample-logins-file")
    Optional<String> loginsFile;

    @PostConstruct
    void loadOnce() {
        if (!wanted || !schema.isDone() || !loading.isDue()) {
            return;
        }
        if (loginsFile.isEmpty()) {
            LOG.log(Level.WARNING, "Sample clinic: not loaded, MIADI_SAMPLE_LOGINS_FILE does not name its sign-ins");
            return;
        }
        loading.load(read(Path.of(loginsFile.get())));
    }

    private static SampleLogins read(Path file) {
        try {
            return SampleLogins.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException("MIADI_SAMPLE_LOGINS_FILE cannot be read", e);
        }
    }
}
