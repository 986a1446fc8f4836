package health.miadi.shared.persistence;

import health.miadi.shared.settings.Setting;
import java.io.Serial;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections to the database that nobody pools: the pool is made of them, and who listens or migrates has one alone. */
final class DirectDataSource extends PGSimpleDataSource {
    @Serial
    private static final long serialVersionUID = 1L;

    /** A migration may work for long; it waits for a row no longer than this. */
    private static final String PATIENT = "-c lock_timeout=10s";

    private DirectDataSource(Config config, String url) {
        DatabaseLimits limits = DatabaseLimits.of(config);
        setAddress(url);
        setUser(Setting.DB_USER.asText(config).orElseThrow());
        setPassword(Setting.DB_PASSWORD.asText(config).orElse(""));
        setApplicationName("miadi");
        // EclipseLink binds an absent UUID as a string; the server decides by the column what it is.
        setStringType("unspecified");
        // The detail of an error quotes rows: it may not reach an exception's message, which servers log.
        setLogServerErrorDetail(false);
        setTcpKeepAlive(true);
        setConnectTimeout(limits.connectSeconds());
    }

    /** What is no address may hold a password all the same: nobody but this says anything of it. */
    private void setAddress(String url) {
        try {
            if (url.startsWith("jdbc:postgresql:")) {
                setUrl(url);
                return;
            }
        } catch (IllegalArgumentException broken) {
            // said below
        }
        throw new UnusableDatabaseException("MIADI_DB_URL, MIADI_DB_LISTEN_URL or MIADI_DB_READ_URL is no address of a"
                + " PostgreSQL; write jdbc:postgresql://host:port/database");
    }

    /** For the transactions of the application, with every limit. */
    static DirectDataSource forWork(Config config) {
        return forTransactions(config, url(config));
    }

    /** For reads that a replica serves, with the same limits. */
    static DirectDataSource forReading(Config config) {
        return forTransactions(config, readUrl(config).orElseThrow());
    }

    /** Where the replica is, if there is one. */
    static Optional<String> readUrl(Config config) {
        return Setting.DB_READ_URL.asText(config);
    }

    private static DirectDataSource forTransactions(Config config, String url) {
        DatabaseLimits limits = DatabaseLimits.of(config);
        var source = new DirectDataSource(config, url);
        source.setSocketTimeout(limits.socketSeconds());
        if (limits.pooled()) {
            // PgBouncer refuses options, and a statement that was prepared is on one of many connections
            source.setPrepareThreshold(0);
        } else {
            source.setOptions(limits.options());
        }
        return source;
    }

    /** For who hears notifications, which no pooler passes on: under a name that an operator can tell. */
    static DirectDataSource forListening(Config config) {
        DatabaseLimits limits = DatabaseLimits.of(config);
        var source = new DirectDataSource(
                config, Setting.DB_LISTEN_URL.asText(config).orElseGet(() -> url(config)));
        source.setApplicationName("miadi-events");
        source.setSocketTimeout(limits.socketSeconds());
        return source;
    }

    /** For migrations, as the owner of the tables where the configuration names one (R-REC-5). */
    static DirectDataSource forMigration(Config config) {
        var source = new DirectDataSource(
                config, Setting.DB_LISTEN_URL.asText(config).orElseGet(() -> url(config)));
        DatabaseLimits limits = DatabaseLimits.of(config);
        // nor may one that is frozen keep whoever waits for it
        source.setLoginTimeout(limits.connectSeconds() + limits.socketSeconds());
        if (!limits.pooled()) {
            source.setOptions(PATIENT);
        }
        owner(config).ifPresent(name -> {
            source.setUser(name);
            source.setPassword(Setting.DB_OWNER_PASSWORD.asText(config).orElse(""));
        });
        return source;
    }

    /** Whether somebody else than the application's role owns the tables. */
    static boolean hasOwner(Config config) {
        return owner(config).isPresent();
    }

    private static String url(Config config) {
        return Setting.DB_URL.asText(config).orElseThrow();
    }

    /** The owner's name: a role that may change tables, so that the application's own need not. */
    private static Optional<String> owner(Config config) {
        return Setting.DB_OWNER_USER.asText(config);
    }
}
