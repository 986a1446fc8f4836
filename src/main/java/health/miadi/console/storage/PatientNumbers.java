package health.miadi.console.storage;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers that Miadi gives patients: PAT-000123. A clinic may have numbers of its own in any other form. */
public final class PatientNumbers {
    /** Longer ones are out of the sequence's reach. */
    private static final Pattern OWN = Pattern.compile("PAT-([0-9]{6,8})", Pattern.CASE_INSENSITIVE);

    private PatientNumbers() {}

    /** The place in the sequence that a number has; empty for one of another form. */
    public static OptionalLong place(String number) {
        Matcher own = OWN.matcher(number);
        return own.matches() ? OptionalLong.of(Long.parseLong(own.group(1))) : OptionalLong.empty();
    }
}
