package health.miadi.appointment.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of an appointment's history. The database writes it; nobody changes it. */
@Entity
@Table(name = "appointment_history")
public class AppointmentChange {
    @Id
    private long id;

    @Column(name = "appointment_id")
    private UUID appointmentId;

    @Column(name = "at")
    private Instant at;

    @Column(name = "change")
    private ChangeKind change;

    @Column(name = "changed_by_role")
    private String changedByRole;

    @Column(name = "reason")
    private @Nullable String reason;

    @Column(name = "override_reason")
    private @Nullable String overrideReason;

    @Column(name = "from_status")
    private @Nullable AppointmentStatus fromStatus;

    @Column(name = "from_start")
    private @Nullable Instant fromStart;

    @Column(name = "from_end")
    private @Nullable Instant fromEnd;

    @Column(name = "from_provider_id")
    private @Nullable UUID fromProviderId;

    @Column(name = "to_status")
    private AppointmentStatus toStatus;

    @Column(name = "to_start")
    private Instant toStart;

    @Column(name = "to_end")
    private Instant toEnd;

    @Column(name = "to_provider_id")
    private UUID toProviderId;

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    protected AppointmentChange() {}

    /** Grows with time. */
    public long id() {
        return id;
    }

    public UUID appointmentId() {
        return appointmentId;
    }

    public Instant at() {
        return at;
    }

    public ChangeKind kind() {
        return change;
    }

    /** The role of who changed it; who it was is for the audit trail. */
    public String role() {
        return changedByRole;
    }

    public @Nullable String reason() {
        return reason;
    }

    /** Why staff did not keep to the rules that they may override (R-BOOK-4). */
    public @Nullable String overrideReason() {
        return overrideReason;
    }

    /** How it stood before, null when it was booked. */
    public @Nullable State before() {
        if (fromStatus == null || fromStart == null || fromEnd == null || fromProviderId == null) {
            return null;
        }
        return new State(fromStatus, fromStart, fromEnd, fromProviderId);
    }

    /** How it stood afterwards. */
    public State after() {
        return new State(toStatus, toStart, toEnd, toProviderId);
    }

    /** How an appointment stood at some time. */
    public record State(AppointmentStatus status, Instant start, Instant end, UUID providerId) {}

    @Override
    public final String toString() {
        return "AppointmentChange " + id;
    }
}
