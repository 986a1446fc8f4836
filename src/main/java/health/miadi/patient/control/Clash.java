package health.miadi.patient.control;

import health.miadi.identity.entity.Person;
import java.util.List;
import java.util.UUID;

/**
 * What somebody claims and others have as well (R-PERS-2).
 *
 * @param field {@code phone}, {@code nationalId} or {@code policyNumber}
 * @param thing what has it: a person, or a cover of theirs
 * @param by who claims it
 * @param others who have the same, those of whom it is confirmed first; 20 at most
 */
public record Clash(String field, UUID thing, Person by, List<Holder> others) {
    /**
     * Somebody who has the same.
     *
     * @param thing the person, or the cover
     * @param confirmed whether it is confirmed of them
     */
    public record Holder(UUID thing, Person person, boolean confirmed) {
        /** Nothing of the person. */
        @Override
        public String toString() {
            return "Holder " + thing;
        }
    }

    /** Nothing of the persons. */
    @Override
    public String toString() {
        return "Clash of " + thing;
    }
}
