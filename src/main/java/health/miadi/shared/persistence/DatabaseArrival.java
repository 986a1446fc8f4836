package health.miadi.shared.persistence;

import health.miadi.shared.refusal.Causes;
import java.io.EOFException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Waits at the start for a database that is away: it may be starting together with its nodes. One that is there and refuses
 * is not waited for. What is said names neither user nor password.
 */
final class DatabaseArrival {
    private static final Logger LOG = Logger.getLogger(DatabaseArrival.class.getName());
    private static final Duration TELL_EVERY = Duration.ofSeconds(10);
    private static final long TRY_EVERY_MILLIS = 500;

    private static final Set<String> NOT_LET_IN = Set.of("28P01", "28000");
    private static final String REJECTED = "08004";
    private static final String CONNECTION_FAILURE = "08006";
    private static final String NO_SUCH_DATABASE = "3D000";
    private static final String NO_PRIVILEGE = "42501";
    private static final String INVALID_PARAMETER = "22023";

    private final PGSimpleDataSource source;
    private final String user;
    private final Duration patience;

    /**
     * Prepares to wait.
     *
     * @param user the variable that names as whom to connect
     * @param patience how long to wait
     */
    DatabaseArrival(PGSimpleDataSource source, String user, Duration patience) {
        this.source = source;
        this.user = user;
        this.patience = patience;
    }

    /**
     * A connection to it.
     *
     * @throws UnusableDatabaseException when it refuses this node, or was away for too long
     */
    Connection await() {
        long begun = System.nanoTime();
        long toldAt = begun - TELL_EVERY.toNanos();
        while (true) {
            try {
                return source.getConnection();
            } catch (SQLException away) {
                Optional<String> refusal = refusal(away);
                if (refusal.isPresent()) {
                    throw new UnusableDatabaseException(refusal.get());
                }
                long now = System.nanoTime();
                if (now - begun >= patience.toNanos()) {
                    throw new UnusableDatabaseException("the database " + address() + " was away for "
                            + patience.toSeconds() + " seconds (" + reason(away)
                            + "), which is MIADI_DB_START_WAIT_SECONDS");
                }
                if (now - toldAt >= TELL_EVERY.toNanos()) {
                    toldAt = now;
                    LOG.log(Level.INFO, "Waiting for the database {0}: {1}", new Object[] {address(), reason(away)});
                }
                pause();
            }
        }
    }

    private Optional<String> refusal(SQLException refused) {
        String state = Objects.toString(refused.getSQLState(), "");
        if (NOT_LET_IN.contains(state) || (state.equals(REJECTED) && !demandsEncryption())) {
            return Optional.of("the database " + address() + " does not let " + user
                    + " in: name, password or encryption are not what it demands");
        }
        if (state.equals(REJECTED)) {
            return Optional.of(
                    "the address demands encryption (sslmode), which the database " + address() + " does not offer");
        }
        if (state.equals(CONNECTION_FAILURE) && demandsProof() && !isNetworkFault(refused)) {
            return Optional.of(
                    "the database " + address() + " does not prove who it is, as the address demands (sslmode)");
        }
        return switch (state) {
            case NO_SUCH_DATABASE -> Optional.of("there is no database " + address());
            case NO_PRIVILEGE -> Optional.of(user + " may not connect to the database " + address());
            case INVALID_PARAMETER ->
                Optional.of(
                        "a parameter in the address of the database " + address() + " has a value that it cannot have");
            default -> Optional.empty();
        };
    }

    private boolean demandsEncryption() {
        String mode = source.getSslMode();
        return mode != null && (mode.equals("require") || mode.startsWith("verify-"));
    }

    private boolean demandsProof() {
        String mode = source.getSslMode();
        return mode != null && mode.startsWith("verify-");
    }

    private static boolean isNetworkFault(SQLException thrown) {
        return Causes.of(thrown)
                .anyMatch(cause -> cause instanceof SocketException
                        || cause instanceof SocketTimeoutException
                        || cause instanceof EOFException);
    }

    private static String reason(SQLException away) {
        return Causes.of(away)
                .flatMap(cause -> {
                    if (cause instanceof UnknownHostException) {
                        return Optional.of("no such host is known").stream();
                    }
                    if (cause instanceof SocketTimeoutException) {
                        return Optional.of("no answer").stream();
                    }
                    return cause instanceof SocketException
                            ? Optional.of("no connection").stream()
                            : Optional.<String>empty().stream();
                })
                .findFirst()
                .orElseGet(() -> "SQL state " + away.getSQLState());
    }

    /** Hosts with their ports, and the database's name. */
    private String address() {
        StringBuilder address = new StringBuilder();
        String[] hosts = source.getServerNames();
        int[] ports = source.getPortNumbers();
        for (int i = 0; i < hosts.length; i++) {
            address.append(i == 0 ? "" : ",").append(hosts[i]);
            if (i < ports.length && ports[i] > 0) {
                address.append(':').append(ports[i]);
            }
        }
        return address.append('/')
                .append(Objects.toString(source.getDatabaseName(), ""))
                .toString();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(TRY_EVERY_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UnusableDatabaseException("it was told to stop while it waited for the database");
        }
    }
}
