package health.miadi.identity.entity;

import health.miadi.shared.persistence.VersionedEntity;
import health.miadi.shared.time.PartialDate;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A human being whom the clinic knows: the common root of patients and providers. */
@Entity
@Table(name = "persons")
@Inheritance(strategy = InheritanceType.JOINED)
@DiscriminatorColumn(name = "kind")
public abstract class Person extends VersionedEntity {
    private static final PersonalDetails ERASED =
            new PersonalDetails("Erased", "Patient", null, null, null, null, null);

    @Column(name = "first_name")
    private @Nullable String firstName;

    @Column(name = "last_name")
    private @Nullable String lastName;

    @Column(name = "date_of_birth")
    private @Nullable PartialDate dateOfBirth;

    @Column(name = "gender")
    private @Nullable Gender gender;

    @Column(name = "phone")
    private @Nullable String phone;

    @Column(name = "email")
    private @Nullable String email;

    @Column(name = "national_id")
    private @Nullable String nationalId;

    @Column(name = "phone_confirmed_at")
    private @Nullable Instant phoneConfirmedAt;

    @Column(name = "phone_confirmed_by")
    private @Nullable UUID phoneConfirmedBy;

    @Column(name = "email_confirmed_at")
    private @Nullable Instant emailConfirmedAt;

    @Column(name = "email_confirmed_by")
    private @Nullable UUID emailConfirmedBy;

    @Column(name = "national_id_confirmed_at")
    private @Nullable Instant nationalIdConfirmedAt;

    @Column(name = "national_id_confirmed_by")
    private @Nullable UUID nationalIdConfirmedBy;

    /** Kept by the database (R-PERS-6). */
    @Column(name = "sort_name", insertable = false, updatable = false)
    private @Nullable String sortName;

    @Column(name = "erased_at")
    private @Nullable Instant erasedAt;

    /** For the persistence provider. */
    protected Person() {}

    protected Person(PersonalDetails details, Instant now) {
        super(now);
        correct(details, now);
    }

    /** Replaces what is known of the person. What changes is a claim until somebody confirms it (R-PERS-2). */
    public final void correct(PersonalDetails details, Instant now) {
        withdraw(
                new Confirmed(
                        !Objects.equals(phone, details.phone()),
                        !Objects.equals(email, details.email()),
                        !Objects.equals(nationalId, details.nationalId())),
                now);
        this.firstName = details.firstName();
        this.lastName = details.lastName();
        this.dateOfBirth = details.dateOfBirth();
        this.gender = details.gender();
        this.phone = details.phone();
        this.email = details.email();
        this.nationalId = details.nationalId();
        touch(now);
    }

    /** Replaces the e-mail address alone; that of their account follows (R-PERS-5). */
    public final void reachAt(@Nullable String address, Instant now) {
        withdraw(new Confirmed(false, !Objects.equals(email, address), false), now);
        this.email = address;
        touch(now);
    }

    /**
     * Marks what the clinic is sure of (R-PERS-2); what is confirmed already keeps its mark, and what is not there has none.
     *
     * @param by the account that is sure of it, null for none
     */
    public final void confirm(Confirmed what, @Nullable UUID by, Instant now) {
        Confirmed fresh = what.and(Confirmed.all(details())).without(confirmed());
        mark(fresh, by, now);
        if (!fresh.isNothing()) {
            touch(now);
        }
    }

    /** Takes marks away: it turned out to be another's. */
    public final void withdraw(Confirmed what, Instant now) {
        boolean isAnyMarked = !what.and(confirmed()).isNothing();
        mark(what, null, null);
        if (isAnyMarked) {
            touch(now);
        }
    }

    private void mark(Confirmed what, @Nullable UUID by, @Nullable Instant at) {
        if (what.phone()) {
            phoneConfirmedAt = at;
            phoneConfirmedBy = by;
        }
        if (what.email()) {
            emailConfirmedAt = at;
            emailConfirmedBy = by;
        }
        if (what.nationalId()) {
            nationalIdConfirmedAt = at;
            nationalIdConfirmedBy = by;
        }
    }

    /** Since when it is. */
    public ConfirmedSince confirmedSince() {
        return new ConfirmedSince(phoneConfirmedAt, emailConfirmedAt, nationalIdConfirmedAt);
    }

    /** What of it is confirmed (R-PERS-2). */
    public Confirmed confirmed() {
        return new Confirmed(phoneConfirmedAt != null, emailConfirmedAt != null, nationalIdConfirmedAt != null);
    }

    /** Replaces what is known of the person by nothing, for good. */
    protected final void forget(Instant now) {
        correct(ERASED, now);
        this.erasedAt = now;
    }

    /** Whether nothing is known of the person any more, because that was asked for. */
    public boolean isErased() {
        return erasedAt != null;
    }

    /** The name by which lists are sorted; empty for one that was not read from the database yet. */
    public String sortName() {
        return sortName == null ? "" : sortName;
    }

    /** What is known of the person. */
    public PersonalDetails details() {
        return new PersonalDetails(firstName, lastName, dateOfBirth, gender, phone, email, nationalId);
    }
}
