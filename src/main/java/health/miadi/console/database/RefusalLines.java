package health.miadi.console.database;

import health.miadi.console.storage.ConflictException;
import health.miadi.console.storage.InvalidAttributeException;
import health.miadi.console.storage.NoInstanceException;
import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.StorageException;
import health.miadi.console.storage.StorageUnavailableException;
import health.miadi.shared.refusal.CommonFact;
import health.miadi.shared.refusal.FieldError;
import health.miadi.shared.refusal.Refusal;
import java.sql.SQLException;

/** What the use cases and the database refuse, as a storage says it. */
final class RefusalLines {
    private static final String CONNECTION_TROUBLE = "08";
    private static final String OUT_OF_RESOURCES = "53";
    private static final String SHUT_DOWN = "57P";
    private static final String NO_RIGHT = "42501";
    private static final String READ_ONLY = "25006";

    private RefusalLines() {}

    static StorageException of(ObjectClass type, Refusal refusal) {
        if (!(refusal.fact() instanceof CommonFact fact)) {
            return new ConflictException(sentence(refusal));
        }
        return switch (fact) {
            case NOT_FOUND -> new NoInstanceException();
            case VALIDATION -> invalid(type, refusal);
            case DUPLICATE ->
                refusal.errors().isEmpty()
                        ? new ConflictException(sentence(refusal))
                        : new ConflictException(refusal.errors().get(0).field(), "is taken");
            case STALE -> new ConflictException("It was changed since it was read.");
            case UNAVAILABLE -> new StorageUnavailableException(sentence(refusal));
            default -> new ConflictException(sentence(refusal));
        };
    }

    private static StorageException invalid(ObjectClass type, Refusal refusal) {
        for (FieldError error : refusal.errors()) {
            if (type.attribute(error.field()).isPresent()) {
                return new InvalidAttributeException(error.field(), error.message());
            }
        }
        return new ConflictException(sentence(refusal));
    }

    private static String sentence(Refusal refusal) {
        String detail = String.valueOf(refusal.getMessage());
        return refusal.rule() == null ? detail : detail + " (" + refusal.rule() + ")";
    }

    static StorageUnavailableException of(SQLException trouble) {
        String state = String.valueOf(trouble.getSQLState());
        return new StorageUnavailableException(line(state, trouble), trouble);
    }

    private static String line(String state, SQLException trouble) {
        if (state.startsWith(CONNECTION_TROUBLE) || state.startsWith(SHUT_DOWN)) {
            return "The database does not answer";
        }
        if (state.startsWith(OUT_OF_RESOURCES)) {
            return "The database has no room left: free space on its disk; nothing was changed";
        }
        if (state.equals(NO_RIGHT) || state.equals(READ_ONLY)) {
            return "The database lets this user only read; nothing was changed";
        }
        return "The database refused ("
                + String.valueOf(trouble.getMessage()).lines().findFirst().orElse(state) + ")";
    }
}
