package health.miadi.demo;

import health.miadi.shared.persistence.SchemaMigration;
import health.miadi.shared.settings.Configured;
import health.miadi.shared.settings.Setting;
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
    @Configured(Setting.SAMPLE_CLINIC)
    boolean wanted;

    @Inject
    @Configured(Setting.SAMPLE_LOGINS_FILE)
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
