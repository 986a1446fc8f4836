package health.miadi.patient.boundary;

import health.miadi.identity.entity.Person;
import health.miadi.identity.entity.PersonalDetails;
import health.miadi.patient.control.Clash;
import health.miadi.patient.entity.Patient;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a patient claims and others have as well.
 *
 * @param field {@code phone}, {@code nationalId} or {@code policyNumber}
 * @param claimedBy the patient, of whom it is not confirmed
 * @param others who have the same, those of whom it is confirmed first; 20 at most
 */
public record ClashResponse(String field, Holder claimedBy, List<Holder> others) {
    static ClashResponse from(Clash clash) {
        return new ClashResponse(
                clash.field(),
                Holder.from(clash.by(), clash.thing(), false),
                clash.others().stream()
                        .map(other -> Holder.from(other.person(), other.thing(), other.confirmed()))
                        .toList());
    }

    /**
     * Who has it.
     *
     * @param patientNumber null for a provider
     * @param insuranceId the cover that has it, null for what is the person's own
     * @param confirmed whether the clinic has seen what proves it
     */
    public record Holder(
            UUID id,
            @Nullable String patientNumber,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable UUID insuranceId,
            boolean confirmed) {
        static Holder from(Person person, UUID thing, boolean confirmed) {
            PersonalDetails of = person.details();
            return new Holder(
                    person.id(),
                    person instanceof Patient patient ? patient.patientNumber() : null,
                    of.firstName(),
                    of.lastName(),
                    thing.equals(person.id()) ? null : thing,
                    confirmed);
        }

        /** The id, and nothing of the person. */
        @Override
        public String toString() {
            return "Holder " + id;
        }
    }

    /** Nothing of the persons. */
    @Override
    public String toString() {
        return "ClashResponse";
    }
}
