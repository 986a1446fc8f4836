package health.miadi.shared.persistence;

import health.miadi.shared.metrics.Metrics;
import health.miadi.shared.refusal.Causes;
import health.miadi.shared.refusal.CommonFact;
import health.miadi.shared.refusal.FieldError;
import health.miadi.shared.refusal.Refusal;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * What PostgreSQL refuses, in the words of the contract. The name of the constraint says what it guards:
 * {@code …_unique_<field>} a field whose value is taken, {@code …_provider_overlap} and {@code …_patient_overlap} the
 * second lock of R-BOOK-2, {@code …_recorded} a visit of which a record was written.
 */
public final class DatabaseRefusals {
    private static final String EXCLUSION_VIOLATION = "23P01";
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String FOREIGN_KEY_VIOLATION = "23503";
    private static final String CHECK_VIOLATION = "23514";
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String DEADLOCK_DETECTED = "40P01";

    private DatabaseRefusals() {}

    /**
     * Writes to the database and says in the words of the contract what it refuses, before a container meets the
     * database's own exception and logs it.
     *
     * @throws Refusal when a constraint speaks against what is written
     */
    public static void translating(Runnable write) {
        try {
            write.run();
        } catch (PersistenceException thrown) {
            throw of(thrown).<RuntimeException>map(refusal -> refusal).orElse(thrown);
        }
    }

    /** The refusal in a chain of causes, if the database refused. */
    public static Optional<Refusal> of(Throwable thrown) {
        return Causes.of(thrown)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .filter(cause -> cause.getSQLState() != null)
                .findFirst()
                .flatMap(cause -> refusal(cause.getSQLState(), constraint(cause)))
                .or(() -> Outages.of(thrown));
    }

    private static Optional<Refusal> refusal(String state, String constraint) {
        return switch (state) {
            case EXCLUSION_VIOLATION -> Optional.of(overlap(constraint));
            case UNIQUE_VIOLATION -> Optional.of(duplicate(constraint));
            case FOREIGN_KEY_VIOLATION ->
                Optional.of(Refusal.of(CommonFact.IN_USE, "Other data refers to this, or it refers to what is gone."));
            case CHECK_VIOLATION -> checked(constraint);
            case LOCK_NOT_AVAILABLE, DEADLOCK_DETECTED -> {
                Metrics.databaseFailed(state);
                yield Optional.of(Refusal.of(CommonFact.UNAVAILABLE, "Too many want the same at once. Try again."));
            }
            default -> Optional.empty();
        };
    }

    private static Refusal overlap(String constraint) {
        return constraint.endsWith("patient_overlap")
                ? Refusal.of(
                        GuardedFact.PATIENT_BUSY,
                        "R-BOOK-1",
                        "The patient has another appointment at that time, or holds another time.")
                : Refusal.of(GuardedFact.SLOT_TAKEN, "R-BOOK-1", "Somebody else took that time.");
    }

    private static Optional<Refusal> checked(String constraint) {
        if (constraint.endsWith("_last_admin")) {
            return Optional.of(lastAdmin());
        }
        return constraint.endsWith("_recorded") ? Optional.of(recorded()) : Optional.empty();
    }

    private static Refusal recorded() {
        return Refusal.of(
                CommonFact.ILLEGAL_TRANSITION,
                "R-REC-2",
                "A medical record was written of this visit: it can be completed, and neither moved nor cancelled nor"
                        + " marked as missed, nor taken back to before it began.");
    }

    private static Refusal lastAdmin() {
        return Refusal.of(
                GuardedFact.LAST_ADMIN, "R-AUTH-5", "This is the only enabled admin: make another one first.");
    }

    private static Refusal duplicate(String constraint) {
        int at = constraint.indexOf("_unique_");
        String field = at < 0 ? "" : camelCase(constraint.substring(at + "_unique_".length()));
        return Refusal.of(
                CommonFact.DUPLICATE,
                null,
                "Another one has the same value already.",
                List.of(new FieldError(field, "is taken")));
    }

    private static String camelCase(String column) {
        StringBuilder name = new StringBuilder();
        for (String part : column.split("_")) {
            name.append(
                    name.isEmpty()
                            ? part
                            : part.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + part.substring(1));
        }
        return name.toString();
    }

    private static String constraint(SQLException cause) {
        if (cause instanceof PSQLException postgres) {
            ServerErrorMessage message = postgres.getServerErrorMessage();
            if (message != null && message.getConstraint() != null) {
                return message.getConstraint();
            }
        }
        return "";
    }
}
