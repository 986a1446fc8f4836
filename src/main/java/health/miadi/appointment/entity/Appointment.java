package health.miadi.appointment.entity;

import health.miadi.availability.entity.Interval;
import health.miadi.shared.persistence.VersionedEntity;
import health.miadi.shared.refusal.CommonFact;
import health.miadi.shared.refusal.Refusal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A patient with a provider for a time.
 *
 * <p>It begins {@code scheduled}; on the day the patient is {@code checked_in}; it ends {@code completed},
 * {@code cancelled} or as {@code no_show} (R-BOOK-7). Until it begins it can be moved, to another time or another
 * provider, and stays the same appointment (R-BOOK-9). While it is active it blocks its provider's and its patient's
 * time (R-BOOK-0).
 */
@Entity
@Table(name = "appointments")
public class Appointment extends VersionedEntity {
    @Column(name = "provider_id")
    private UUID providerId;

    @Column(name = "patient_id", updatable = false)
    private UUID patientId;

    @Column(name = "appointment_type_id", updatable = false)
    private @Nullable UUID appointmentTypeId;

    @Column(name = "insurance_id")
    private @Nullable UUID insuranceId;

    @Column(name = "start_at")
    private Instant startAt;

    @Column(name = "end_at")
    private Instant endAt;

    @Column(name = "blocked_from")
    private Instant blockedFrom;

    @Column(name = "blocked_until")
    private Instant blockedUntil;

    @Column(name = "time_zone")
    private String timeZone;

    @Column(name = "status")
    private AppointmentStatus status;

    @Column(name = "reason")
    private @Nullable String reason;

    @Column(name = "last_change")
    private ChangeKind lastChange;

    @Column(name = "changed_by")
    private @Nullable UUID changedBy;

    @Column(name = "changed_by_role")
    private String changedByRole;

    @Column(name = "change_reason")
    private @Nullable String changeReason;

    @Column(name = "override_reason")
    private @Nullable String overrideReason;

    @Column(name = "undo_until", updatable = false)
    private @Nullable Instant undoUntil;

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    protected Appointment() {}

    /**
     * Books. That the time is free is for the caller to have checked (R-BOOK-2).
     *
     * @param change who books, when and why; its reason is the reason of the visit
     * @param undo how long its patient, who books it, can take that back whatever the notice (R-BOOK-7a)
     */
    @SuppressWarnings("NullAway.Init") // place and note set the rest
    public Appointment(
            UUID patientId,
            @Nullable UUID appointmentTypeId,
            @Nullable UUID insuranceId,
            Placement placement,
            Change change,
            Duration undo) {
        super(change.at());
        this.patientId = patientId;
        this.appointmentTypeId = appointmentTypeId;
        this.insuranceId = insuranceId;
        this.status = AppointmentStatus.SCHEDULED;
        this.reason = change.reason();
        this.undoUntil = change.by().isPatient() ? change.at().plus(undo) : null;
        place(placement);
        note(ChangeKind.BOOKED, change);
        this.changeReason = null;
    }

    /**
     * Moves it (R-BOOK-9).
     *
     * @throws Refusal {@code illegal-transition} once the patient has come, or it has ended (R-BOOK-7)
     */
    public void reschedule(Placement placement, Change change) {
        requireMovable();
        place(placement);
        note(ChangeKind.RESCHEDULED, change);
    }

    /**
     * Checks that it can still be moved by who wants to.
     *
     * @param latestNotice how long before its start the patient can still do this (R-BOOK-8)
     * @throws Refusal {@code illegal-transition} (R-BOOK-7); {@code cancellation-too-late} for its patient within that time
     */
    public void requireMovable(Change change, Duration latestNotice) {
        requireMovable();
        requirePatientInTime(change, latestNotice);
    }

    private void requireMovable() {
        if (status != AppointmentStatus.SCHEDULED) {
            throw illegal("It is " + status.word() + " and cannot be moved. ");
        }
    }

    /**
     * Changes what is said of it, not when it is.
     *
     * @throws Refusal {@code illegal-transition} once it has ended
     */
    public void amend(@Nullable String newReason, @Nullable UUID newInsuranceId, Change change) {
        if (!status.isActive()) {
            throw illegal("It is " + status.word() + " and cannot be changed. ");
        }
        this.reason = newReason;
        this.insuranceId = newInsuranceId;
        note(ChangeKind.AMENDED, change);
    }

    /**
     * Cancels it.
     *
     * @param latestNotice how long before its start the patient can still do this (R-BOOK-8)
     * @throws Refusal {@code illegal-transition}; {@code cancellation-too-late} for its patient within that time, unless the
     *     patient has only just booked it (R-BOOK-7a)
     */
    public void cancel(Change change, Duration latestNotice) {
        requireNext(AppointmentStatus.CANCELLED);
        if (!isUndo(change)) {
            requirePatientInTime(change, latestNotice);
        }
        become(AppointmentStatus.CANCELLED, change);
    }

    private boolean isUndo(Change change) {
        return undoUntil != null
                && change.at().isBefore(undoUntil)
                && change.at().isBefore(startAt);
    }

    /**
     * Notes that the patient has come.
     *
     * @param zone the provider's, in which the day of the visit is today's (R-TIME-4)
     * @throws Refusal {@code illegal-transition}, on another day too (R-BOOK-8)
     */
    public void checkIn(Change change, ZoneId zone) {
        requireNext(AppointmentStatus.CHECKED_IN);
        requireDay(LocalDate.ofInstant(change.at(), zone), zone);
        become(AppointmentStatus.CHECKED_IN, change);
    }

    /** A visit over midnight has two days. */
    private void requireDay(LocalDate today, ZoneId zone) {
        LocalDate first = LocalDate.ofInstant(startAt, zone);
        LocalDate last = LocalDate.ofInstant(endAt.minusNanos(1), zone);
        if (today.isBefore(first) || today.isAfter(last)) {
            throw Refusal.of(
                    CommonFact.ILLEGAL_TRANSITION,
                    "R-BOOK-8",
                    today.isBefore(first)
                            ? "Its day has not come: patients are checked in on the provider's day of the visit."
                            : "Its day is over: patients are checked in on the provider's day of the visit. It can still"
                                    + " be completed, or marked as missed.");
        }
    }

    /**
     * Notes that the visit took place. Who is checked in can be seen early.
     *
     * @throws Refusal {@code illegal-transition}, before it has begun too (R-BOOK-8)
     */
    public void complete(Change change) {
        requireBegun(AppointmentStatus.COMPLETED, change);
        become(AppointmentStatus.COMPLETED, change);
    }

    /**
     * Notes that the patient did not come.
     *
     * @throws Refusal {@code illegal-transition}, before its start too (R-BOOK-8)
     */
    public void noShow(Change change) {
        requireBegun(AppointmentStatus.NO_SHOW, change);
        become(AppointmentStatus.NO_SHOW, change);
    }

    /**
     * Takes back a check-in, a completion or a no-show that was noted by mistake (R-BOOK-7a). Whether the time is still free
     * when it becomes active again is for the database to say (R-BOOK-2).
     *
     * @param markedAt when it got the status that it has
     * @param within how long after that this can be done
     * @throws Refusal {@code illegal-transition}
     */
    public void correct(AppointmentStatus to, Instant markedAt, Duration within, Change change) {
        Set<AppointmentStatus> possible = status.corrections();
        if (!possible.contains(to)) {
            throw uncorrectable(
                    possible.isEmpty()
                            ? "It is " + status.word() + ": there is no mark to take back."
                            : "It is " + status.word() + " and can be corrected to " + words(possible) + ".");
        }
        if (change.at().isAfter(markedAt.plus(within))) {
            throw uncorrectable("A status is corrected within " + within.toHours() + " hours after it was set.");
        }
        if (to == AppointmentStatus.NO_SHOW && change.at().isBefore(startAt)) {
            throw notBegun(to);
        }
        this.status = to;
        note(ChangeKind.CORRECTED, change);
    }

    private static Refusal uncorrectable(String sentence) {
        return Refusal.of(CommonFact.ILLEGAL_TRANSITION, "R-BOOK-7a", sentence);
    }

    /**
     * Checks that its patient can still cancel or move it.
     *
     * @throws Refusal {@code cancellation-too-late} when its patient asks within that time before its start (R-BOOK-8)
     */
    public void requirePatientInTime(Change change, Duration latestNotice) {
        if (change.by().isPatient() && change.at().plus(latestNotice).isAfter(startAt)) {
            throw Refusal.of(
                    BookingFact.CANCELLATION_TOO_LATE,
                    "R-BOOK-8",
                    "Patients can cancel or move an appointment until " + latestNotice.toHours()
                            + " hours before its start. Please call the clinic.");
        }
    }

    private void requireBegun(AppointmentStatus to, Change change) {
        requireNext(to);
        if (!hasBegun(change.at())) {
            throw notBegun(to);
        }
    }

    private static Refusal notBegun(AppointmentStatus to) {
        return Refusal.of(
                CommonFact.ILLEGAL_TRANSITION,
                "R-BOOK-8",
                "It has not begun: it can be " + to.word() + " from its start on"
                        + (to == AppointmentStatus.COMPLETED ? ", or once the patient is checked in." : "."));
    }

    /** Whether the visit has begun: with its start, or sooner with a patient who is there and can be seen (R-BOOK-8). */
    public boolean hasBegun(Instant now) {
        return !startAt.isAfter(now) || status == AppointmentStatus.CHECKED_IN || status == AppointmentStatus.COMPLETED;
    }

    private void requireNext(AppointmentStatus to) {
        if (!status.next().contains(to)) {
            throw illegal("It is " + status.word() + " and cannot become " + to.word() + ". ");
        }
    }

    private void become(AppointmentStatus to, Change change) {
        requireNext(to);
        this.status = to;
        note(ChangeKind.to(to), change);
    }

    private Refusal illegal(String sentence) {
        String allowed =
                status.next().isEmpty() ? "Nothing can follow." : "It can become " + words(status.next()) + ".";
        return Refusal.of(CommonFact.ILLEGAL_TRANSITION, "R-BOOK-7", sentence + allowed);
    }

    private static String words(Set<AppointmentStatus> statuses) {
        return statuses.stream().map(AppointmentStatus::word).collect(Collectors.joining(", "));
    }

    private void place(Placement placement) {
        this.providerId = placement.providerId();
        this.startAt = placement.time().start();
        this.endAt = placement.time().end();
        this.blockedFrom = placement.blocked().start();
        this.blockedUntil = placement.blocked().end();
        this.timeZone = placement.zone().getId();
    }

    private void note(ChangeKind kind, Change change) {
        this.lastChange = kind;
        this.changedBy = change.by().userId();
        this.changedByRole = change.by().role().word();
        this.changeReason = change.reason();
        this.overrideReason = change.overrideReason();
        touch(change.at());
    }

    public UUID providerId() {
        return providerId;
    }

    public UUID patientId() {
        return patientId;
    }

    public @Nullable UUID appointmentTypeId() {
        return appointmentTypeId;
    }

    public @Nullable UUID insuranceId() {
        return insuranceId;
    }

    /** {@code [start, end)}, without buffers (R-TIME-1). */
    public Interval time() {
        return new Interval(startAt, endAt);
    }

    /** The provider's IANA zone when it was placed; times are shown in the present one (R-TIME-6). */
    public String timeZone() {
        return timeZone;
    }

    public AppointmentStatus status() {
        return status;
    }

    /** Why the patient comes. */
    public @Nullable String reason() {
        return reason;
    }

    /** Until when the patient, who booked it, can cancel whatever the notice (R-BOOK-7a); null when staff booked it. */
    public @Nullable Instant undoUntil() {
        return undoUntil;
    }
}
