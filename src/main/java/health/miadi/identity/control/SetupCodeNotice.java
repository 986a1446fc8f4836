package health.miadi.identity.control;

import health.miadi.shared.persistence.SchemaMigration;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Writes a one-time code for the first admin to the log where a clinic has no admin and none is configured. It is the only
 * secret that a log ever gets; it is worthless as soon as there is an admin. It starts after whatever brings an admin along,
 * the sample clinic included.
 */
@Singleton
@Startup
@DependsOn("SampleClinic")
public class SetupCodeNotice {
    private static final Logger LOG = Logger.getLogger(SetupCodeNotice.class.getName());

    @EJB
    SchemaMigration schema;

    @EJB
    AdminSetup setup;

    @PostConstruct
    void tell() {
        if (schema.isDone()) {
            setup.issueCode()
                    .ifPresent(issued -> LOG.log(
                            Level.WARNING,
                            "The clinic has no admin yet. Until {0}, POST /api/v1/auth/setup opens the first admin''s"
                                    + " account with the setup code {1}",
                            new Object[] {issued.expiresAt(), issued.code().text()}));
        }
    }
}
