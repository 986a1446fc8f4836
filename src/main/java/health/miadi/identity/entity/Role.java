package health.miadi.identity.entity;

import java.util.Locale;

/** What a user is to the clinic; decides which actions they have. */
public enum Role {
    ADMIN,
    PROVIDER,
    PATIENT;

    /** The word for annotations: {@code @RolesAllowed(Role.Name.ADMIN)}. */
    public static final class Name {
        public static final String ADMIN = "admin";
        public static final String PROVIDER = "provider";
        public static final String PATIENT = "patient";

        private Name() {}
    }

    /** The word for it in tokens, in the database and in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The role with that word.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Role ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
