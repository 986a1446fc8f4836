package health.miadi.console.file;

import health.miadi.appointment.entity.AppointmentStatus;
import health.miadi.console.storage.ConflictException;
import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.StoredObject;
import health.miadi.shared.time.Zones;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** What becomes of an appointment in a file (R-BOOK-7, R-BOOK-8), and what of that is taken back (R-BOOK-7a). */
final class FileStatuses {
    private final Contents contents;
    private final Duration correctionTime;
    private final Clock clock;

    FileStatuses(Contents contents, Duration correctionTime, Clock clock) {
        this.contents = contents;
        this.correctionTime = correctionTime;
        this.clock = clock;
    }

    /**
     * Checks that an appointment can become that.
     *
     * @throws ConflictException otherwise
     */
    void requireStep(StoredObject before, AppointmentStatus to) {
        AppointmentStatus from = Values.status(before);
        if (!from.next().contains(to)) {
            String more = from.corrections().contains(to) ? "; a correctionReason takes it back (R-BOOK-7a)" : "";
            throw new ConflictException(
                    "It is " + from.word() + " and cannot become " + to.word() + " (R-BOOK-7)" + more + ".");
        }
        boolean waits = from == AppointmentStatus.SCHEDULED
                && (to == AppointmentStatus.COMPLETED || to == AppointmentStatus.NO_SHOW);
        if (waits && isAhead(before)) {
            throw new ConflictException("It has not begun: it can be " + to.word() + " from its start on (R-BOOK-8).");
        }
        if (to == AppointmentStatus.CHECKED_IN) {
            requireDay(before);
        }
    }

    /**
     * Checks that what was marked by mistake can be corrected to that. The file keeps no history: the last change counts.
     *
     * @throws ConflictException otherwise
     */
    void requireCorrection(StoredObject before, AppointmentStatus to) {
        AppointmentStatus from = Values.status(before);
        if (!from.corrections().contains(to)) {
            throw new ConflictException(
                    "It is " + from.word() + " and is not corrected to " + to.word() + " (R-BOOK-7a).");
        }
        if (clock.instant().isAfter(Values.instant(before, "updatedAt").plus(correctionTime))) {
            throw new ConflictException("A status is corrected within " + correctionTime.toHours()
                    + " hours after it was set (R-BOOK-7a).");
        }
        if (to == AppointmentStatus.NO_SHOW && isAhead(before)) {
            throw new ConflictException("It has not begun: it can be no_show from its start on (R-BOOK-8).");
        }
        boolean undone = to == AppointmentStatus.NO_SHOW || (to == AppointmentStatus.SCHEDULED && isAhead(before));
        if (undone
                && contents.referringTo(before.id()).stream()
                        .anyMatch(other -> other.type() == ObjectClass.MEDICAL_RECORD)) {
            throw new ConflictException("It has a medical record, so there was a visit (R-REC-2).");
        }
    }

    private boolean isAhead(StoredObject appointment) {
        return clock.instant().isBefore(Values.instant(appointment, "start"));
    }

    private void requireDay(StoredObject appointment) {
        ZoneId zone = contents.get(ObjectClass.PROVIDER, Values.id(appointment, "providerId"))
                .flatMap(provider -> Zones.named(Values.text(provider, "timeZone")))
                .orElse(ZoneOffset.UTC);
        Instant end = Values.instant(appointment, "end");
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        if (today.isBefore(LocalDate.ofInstant(Values.instant(appointment, "start"), zone))
                || today.isAfter(LocalDate.ofInstant(end.minusNanos(1), zone))) {
            throw new ConflictException("Patients are checked in on the provider's day of the visit (R-BOOK-8).");
        }
    }
}
