package health.miadi.identity.entity;

import health.miadi.shared.persistence.VersionedEntity;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A human being whom the clinic knows: the common root of patients and providers. */
@Entity
@Table(name = "persons")
@Inheritance(strategy = InheritanceType.JOINED)
@DiscriminatorColumn(name = "kind")
public abstract class Person extends VersionedEntity {
    @Column(name = "first_name")
    private String firstName;

    @Column(name = "last_name")
    private String lastName;

    @Column(name = "date_of_birth")
    private @Nullable LocalDate dateOfBirth;

    @Column(name = "gender")
    private @Nullable Gender gender;

    @Column(name = "phone")
    private @Nullable String phone;

    @Column(name = "email")
    private @Nullable String email;

    @Column(name = "national_id")
    private @Nullable String nationalId;

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    protected Person() {}

    protected Person(PersonalDetails details, Instant now) {
        super(now);
        this.firstName = details.firstName();
        this.lastName = details.lastName();
        correct(details, now);
    }

    /** Replaces what is known of the person. */
    public final void correct(PersonalDetails details, Instant now) {
        this.firstName = details.firstName();
        this.lastName = details.lastName();
        this.dateOfBirth = details.dateOfBirth();
        this.gender = details.gender();
        this.phone = details.phone();
        this.email = details.email();
        this.nationalId = details.nationalId();
        touch(now);
    }

    /** What is known of the person. */
    public PersonalDetails details() {
        return new PersonalDetails(firstName, lastName, dateOfBirth, gender, phone, email, nationalId);
    }
}
