package health.miadi.provider.entity;

import health.miadi.identity.entity.Person;
import health.miadi.identity.entity.PersonalDetails;
import health.miadi.shared.time.Zones;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A person who gives care, and whose calendar can be booked while active (R-BOOK-5). */
@Entity
@Table(name = "providers")
@DiscriminatorValue("provider")
public class Provider extends Person {
    @Column(name = "cadre")
    private String cadre;

    @Column(name = "specialization")
    private @Nullable String specialization;

    @Column(name = "time_zone")
    private String timeZone;

    @Column(name = "active")
    private boolean active;

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    protected Provider() {}

    /** A new provider. */
    public Provider(PersonalDetails details, Practice practice, Instant now) {
        super(details, now);
        this.cadre = practice.cadre();
        this.specialization = practice.specialization();
        this.timeZone = practice.timeZone().getId();
        this.active = practice.active();
    }

    /** Changes what the provider does and where. */
    public void practise(Practice practice, Instant now) {
        this.cadre = practice.cadre();
        this.specialization = practice.specialization();
        this.timeZone = practice.timeZone().getId();
        this.active = practice.active();
        touch(now);
    }

    /** What the provider does and where; in UTC when the time zone database has removed the zone since. */
    public Practice practice() {
        return new Practice(cadre, specialization, zone().orElse(ZoneOffset.UTC), active);
    }

    /** Whether working time stays where it is when the provider does that: in the same zone, and as active as before. */
    public boolean keepsCalendarAs(Practice practice) {
        return active == practice.active()
                && timeZone.equals(practice.timeZone().getId());
    }

    /** Doctor, nurse, clinical officer … */
    public String cadre() {
        return cadre;
    }

    public @Nullable String specialization() {
        return specialization;
    }

    /** The name of the zone whose wall clock the working hours follow (R-TIME-2). */
    public String timeZone() {
        return timeZone;
    }

    /** The zone of that name, or nothing when the time zone database has removed it since. */
    public Optional<ZoneId> zone() {
        return Zones.named(timeZone);
    }

    /** Whether the provider takes appointments (R-BOOK-5). */
    public boolean isActive() {
        return active;
    }

    /**
     * What a provider does and where.
     *
     * @param cadre doctor, nurse, clinical officer …
     * @param timeZone an IANA zone
     */
    public record Practice(String cadre, @Nullable String specialization, ZoneId timeZone, boolean active) {}
}
