package health.miadi.identity.control.openid;

import health.miadi.shared.validation.Cut;
import health.miadi.shared.validation.TextForm;
import org.jspecify.annotations.Nullable;

/** First and last name, as far as a provider knows them: one at least, and none that is made up (R-PERS-4). */
public record PersonName(@Nullable String first, @Nullable String last) {
    private static final int LONGEST = 120;

    static PersonName of(OpenIdIdentity.Claims said, String email) {
        String given = readable(said.text("given_name"));
        String family = readable(said.text("family_name"));
        if (given.isEmpty() && family.isEmpty()) {
            String whole = readable(said.text("name"));
            int space = whole.lastIndexOf(' ');
            given = readable(whole.substring(0, space < 0 ? whole.length() : space));
            family = space < 0 ? "" : readable(whole.substring(space + 1));
        }
        if (given.isEmpty() && family.isEmpty()) {
            given = TextForm.of(email.substring(0, email.indexOf('@')));
        }
        return new PersonName(given.isEmpty() ? null : given, family.isEmpty() ? null : family);
    }

    /**
     * The text without signs that nobody sees, at most as long as a name may be. Empty for the dash or the point that stands for
     * no name where a form demands one.
     */
    private static String readable(String text) {
        StringBuilder seen = new StringBuilder();
        text.codePoints().filter(PersonName::isSeen).forEach(seen::appendCodePoint);
        String name = TextForm.of(Cut.to(LONGEST, TextForm.of(seen.toString())));
        return name.matches("[-–—._/ ]*") ? "" : name;
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
