package health.miadi.availability.entity;

import health.miadi.shared.persistence.VersionedEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A kind of appointment that the clinic offers, and on what conditions. Its name is unique, whatever its case. */
@Entity
@Table(name = "appointment_types")
public class AppointmentType extends VersionedEntity {
    @Column(name = "name")
    private String name;

    @Column(name = "duration_minutes")
    private int durationMinutes;

    @Column(name = "slot_interval_minutes")
    private int slotIntervalMinutes;

    @Column(name = "buffer_before_minutes")
    private int bufferBeforeMinutes;

    @Column(name = "buffer_after_minutes")
    private int bufferAfterMinutes;

    @Column(name = "min_notice_minutes")
    private @Nullable Integer minNoticeMinutes;

    @Column(name = "max_horizon_days")
    private @Nullable Integer maxHorizonDays;

    @Column(name = "max_per_day")
    private @Nullable Integer maxPerDay;

    @Column(name = "patients_may_book")
    private boolean patientsMayBook;

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    protected AppointmentType() {}

    /** A new type. */
    public AppointmentType(String name, TypeConditions conditions, Instant now) {
        super(now);
        this.name = name;
        offer(name, conditions, now);
    }

    /** Changes its name and on what conditions it is offered from now on. Booked appointments stay as they are. */
    public final void offer(String newName, TypeConditions conditions, Instant now) {
        this.name = newName;
        this.durationMinutes = conditions.durationMinutes();
        this.slotIntervalMinutes = conditions.slotIntervalMinutes();
        this.bufferBeforeMinutes = conditions.bufferBeforeMinutes();
        this.bufferAfterMinutes = conditions.bufferAfterMinutes();
        this.minNoticeMinutes = conditions.minNoticeMinutes();
        this.maxHorizonDays = conditions.maxHorizonDays();
        this.maxPerDay = conditions.maxPerDay();
        this.patientsMayBook = conditions.patientsMayBook();
        touch(now);
    }

    public String name() {
        return name;
    }

    /** On what conditions it can be booked. */
    public TypeConditions conditions() {
        return new TypeConditions(
                durationMinutes,
                slotIntervalMinutes,
                bufferBeforeMinutes,
                bufferAfterMinutes,
                minNoticeMinutes,
                maxHorizonDays,
                maxPerDay,
                patientsMayBook);
    }
}
