package health.miadi.patient.entity;

import health.miadi.shared.time.PartialDate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** When somebody who is a patient can have been born (R-PERS-4). */
public final class BirthDates {
    /** Nobody is older. */
    public static final LocalDate EARLIEST = LocalDate.of(1870, 1, 1);

    /** Somewhere it is already tomorrow: the day there is not the future. */
    private static final ZoneOffset FIRST_TO_SEE_A_DAY = ZoneOffset.ofHours(14);

    private BirthDates() {}

    /** Whether nobody born then is alive. */
    public static boolean isTooEarly(PartialDate birth) {
        return birth.first().isBefore(EARLIEST);
    }

    /** Whether all that it may mean lies in the future; this year does not, as long as it lasts. */
    public static boolean isAhead(PartialDate birth, Instant now) {
        return birth.first().isAfter(LocalDate.ofInstant(now, FIRST_TO_SEE_A_DAY));
    }
}
