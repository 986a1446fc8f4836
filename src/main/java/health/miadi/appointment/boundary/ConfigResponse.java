package health.miadi.appointment.boundary;

import health.miadi.appointment.control.BookingSettings;
import health.miadi.availability.control.BookingTerms;
import health.miadi.availability.entity.SlotTerms;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a front end must know before anybody signs in.
 *
 * @param version of the application
 * @param googleSignIn whether people can sign in with Google here
 * @param setUp whether the clinic has had its first admin (R-AUTH-9)
 */
public record ConfigResponse(String version, boolean googleSignIn, boolean setUp, Defaults defaults) {
    /**
     * The numbers of the booking rules, where an appointment type says nothing else.
     *
     * @param durationMinutes how long an appointment takes
     * @param slotIntervalMinutes the distance between offered starts
     * @param minNoticeMinutes how far ahead it starts at least
     * @param maxHorizonDays how far ahead it starts at most
     * @param cancellationNoticeHours until how long before the start a patient can cancel or move it
     * @param undoMinutes how long a patient can take back a booking of their own, whatever the notice
     * @param correctionHours how long staff can take back a check-in, a completion or a no-show
     */
    @Schema(name = "BookingDefaults")
    public record Defaults(
            int durationMinutes,
            int slotIntervalMinutes,
            int minNoticeMinutes,
            int maxHorizonDays,
            int cancellationNoticeHours,
            int undoMinutes,
            int correctionHours) {}

    static ConfigResponse of(
            String version, boolean googleSignIn, boolean setUp, BookingTerms terms, BookingSettings settings) {
        SlotTerms usual = terms.of(null, null);
        return new ConfigResponse(
                version,
                googleSignIn,
                setUp,
                new Defaults(
                        Math.toIntExact(usual.duration().toMinutes()),
                        Math.toIntExact(usual.slotInterval().toMinutes()),
                        Math.toIntExact(usual.minNotice().toMinutes()),
                        Math.toIntExact(usual.maxHorizon().toDays()),
                        Math.toIntExact(settings.cancellationNotice().toHours()),
                        Math.toIntExact(settings.undoTime().toMinutes()),
                        Math.toIntExact(settings.correctionTime().toHours())));
    }
}
