package health.miadi.identity.control.openid;

import health.miadi.shared.validation.Cut;
import health.miadi.shared.validation.TextForm;

/**
 * First and last name, as far as a provider knows them. Somebody of whom it knows one name only has a dash for the other:
 * they can correct their file.
 */
public record PersonName(String first, String last) {
    private static final int LONGEST = 120;
    private static final String UNKNOWN = "-";

    static PersonName of(OpenIdIdentity.Claims said, String email) {
        String given = readable(said.text("given_name"));
        String family = readable(said.text("family_name"));
        if (given.isEmpty() && family.isEmpty()) {
            String whole = readable(said.text("name"));
            int space = whole.lastIndexOf(' ');
            given = space < 0 ? whole : whole.substring(0, space).strip();
            family = space < 0 ? "" : whole.substring(space + 1);
        }
        if (given.isEmpty() && family.isEmpty()) {
            given = readable(email.substring(0, email.indexOf('@')));
        }
        return new PersonName(given.isEmpty() ? UNKNOWN : given, family.isEmpty() ? UNKNOWN : family);
    }

    /** The text without signs that nobody sees, at most as long as a name may be. */
    private static String readable(String text) {
        StringBuilder seen = new StringBuilder();
        text.codePoints().filter(PersonName::isSeen).forEach(seen::appendCodePoint);
        return TextForm.of(Cut.to(LONGEST, TextForm.of(seen.toString())));
    }

    private static boolean isSeen(int character) {
        return !TextForm.turnsDirection(character)
                && switch (Character.getType(character)) {
                    case Character.CONTROL,
                            Character.SURROGATE,
                            Character.UNASSIGNED,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> false;
                    default -> true;
                };
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "PersonName";
    }
}
