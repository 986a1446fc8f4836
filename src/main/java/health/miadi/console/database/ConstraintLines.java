package health.miadi.console.database;

import health.miadi.console.storage.Taking;
import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Why the database takes a row not, in a few words, with the attribute and without the row. */
final class ConstraintLines {
    private static final String INTEGRITY = "23";
    private static final String DATA = "22";
    private static final String RAISED = "P0001";
    private static final Pattern UNDERSCORE = Pattern.compile("_([a-z])");

    private ConstraintLines() {}

    /** Whether it speaks of a row, and not of the database's own trouble. */
    static boolean isOfARow(SQLException refusal) {
        String state = String.valueOf(refusal.getSQLState());
        return state.startsWith(INTEGRITY) || state.startsWith(DATA) || state.equals(RAISED);
    }

    static Taking of(SQLException refusal) {
        ServerErrorMessage message =
                refusal instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
        String constraint = message == null || message.getConstraint() == null ? "" : message.getConstraint();
        return switch (String.valueOf(refusal.getSQLState())) {
            case "23505" -> Taking.refused(unique(constraint), "is taken");
            case "23503" -> Taking.refused(reference(constraint), "refers to what is not there");
            case "23P01" -> Taking.refused("start", "overlaps another appointment (R-BOOK-1)");
            case "23502" -> Taking.refused(camelCase(message == null ? "" : message.getColumn()), "is required");
            case "23514" -> check(constraint);
            default -> Taking.refused("", "has a value that the database does not take");
        };
    }

    private static Taking check(String constraint) {
        return constraint.equals("appointments_bounded")
                ? Taking.refused("end", "must be after start, by at most 8 hours")
                : Taking.refused("", "has a value out of its range (" + constraint.toLowerCase(Locale.ROOT) + ")");
    }

    /** {@code …_unique_<column>}. */
    private static String unique(String constraint) {
        int at = constraint.indexOf("_unique_");
        return at < 0 ? "id" : camelCase(constraint.substring(at + "_unique_".length()));
    }

    /** {@code <table>_<column>_fkey}. */
    private static String reference(String constraint) {
        String column = constraint.replaceFirst("_fkey$", "").replaceFirst("^[a-z]+_", "");
        return camelCase(column);
    }

    private static String camelCase(@Nullable String column) {
        return column == null
                ? ""
                : UNDERSCORE.matcher(column).replaceAll(letter -> letter.group(1)
                        .toUpperCase(Locale.ROOT));
    }
}
