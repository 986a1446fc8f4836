package health.miadi.console.database;

import java.sql.SQLException;
import java.util.Locale;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Why the database takes a row not, in a few words and without the row. */
final class ConstraintLines {
    private static final String INTEGRITY = "23";
    private static final String DATA = "22";
    private static final String RAISED = "P0001";

    private ConstraintLines() {}

    /** Whether it speaks of a row, and not of the database's own trouble. */
    static boolean isOfARow(SQLException refusal) {
        String state = String.valueOf(refusal.getSQLState());
        return state.startsWith(INTEGRITY) || state.startsWith(DATA) || state.equals(RAISED);
    }

    static String of(SQLException refusal) {
        ServerErrorMessage message =
                refusal instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
        String constraint = message == null || message.getConstraint() == null ? "" : message.getConstraint();
        return switch (String.valueOf(refusal.getSQLState())) {
            case "23505" -> field(constraint) + " is taken";
            case "23503" -> "refers to what is not there (" + constraint.replaceFirst("_fkey$", "") + ")";
            case "23P01" -> "overlaps another appointment (R-BOOK-1)";
            case "23502" -> "has no " + (message == null ? "value" : message.getColumn());
            case "23514" -> check(constraint);
            default -> "has a value that the database does not take";
        };
    }

    private static String check(String constraint) {
        return constraint.equals("appointments_bounded")
                ? "takes more than 8 hours"
                : "has a value out of its range (" + constraint.toLowerCase(Locale.ROOT) + ")";
    }

    private static String field(String constraint) {
        int at = constraint.indexOf("_unique_");
        return at < 0
                ? "its id"
                : constraint.substring(at + "_unique_".length()).replace('_', ' ');
    }
}
