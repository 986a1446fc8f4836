package health.miadi.shared.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What values a setting takes. */
public sealed interface SettingKind {

    /** Whether it takes that value, which is not blank and has no spaces around it. */
    boolean accepts(String value);

    /** What a value has to be, to follow the setting's name: {@code must be text or json}. */
    String demand();

    /** What counts where nothing is set; empty where there is no such value. */
    Optional<String> defaultText();

    /** What it takes, in a word or two. */
    String range();

    /** Whether nobody may see its value. */
    default boolean isSecret() {
        return false;
    }

    /**
     * A whole number.
     *
     * @param usual the default
     * @param least the smallest that is accepted
     * @param most the largest that is accepted
     */
    record Number(int usual, int least, int most) implements SettingKind {
        private static final Pattern DIGITS = Pattern.compile("-?[0-9]{1,9}");

        /** The number that a text says, if it is one in the range. */
        Optional<Integer> read(String value) {
            return DIGITS.matcher(value).matches()
                    ? Optional.of(Integer.valueOf(value)).filter(number -> number >= least && number <= most)
                    : Optional.empty();
        }

        @Override
        public boolean accepts(String value) {
            return read(value).isPresent();
        }

        @Override
        public String demand() {
            return "must be a whole number from " + least + " to " + most;
        }

        @Override
        public Optional<String> defaultText() {
            return Optional.of(Integer.toString(usual));
        }

        @Override
        public String range() {
            return least + " to " + most;
        }
    }

    /**
     * True or false.
     *
     * @param usual the default
     */
    record Flag(boolean usual) implements SettingKind {

        /** What a text says, in whatever case. */
        Optional<Boolean> read(String value) {
            return value.equalsIgnoreCase("true")
                    ? Optional.of(true)
                    : Optional.of(false).filter(no -> value.equalsIgnoreCase("false"));
        }

        @Override
        public boolean accepts(String value) {
            return read(value).isPresent();
        }

        @Override
        public String demand() {
            return "must be true or false";
        }

        @Override
        public Optional<String> defaultText() {
            return Optional.of(Boolean.toString(usual));
        }

        @Override
        public String range() {
            return "true, false";
        }
    }

    /**
     * Any other text.
     *
     * @param usual the default, null where there is none
     * @param range what it takes, in a word or two
     * @param fit what is accepted
     * @param demand what a value has to be
     * @param isSecret whether nobody may see its value
     */
    record Text(@Nullable String usual, String range, Predicate<String> fit, String demand, boolean isSecret)
            implements SettingKind {

        @Override
        public boolean accepts(String value) {
            return fit.test(value);
        }

        @Override
        public Optional<String> defaultText() {
            return Optional.ofNullable(usual);
        }

        /** Nothing of a value. */
        @Override
        public String toString() {
            return isSecret ? "secret" : "text";
        }
    }

    /** A whole number with its default, the smallest and the largest. */
    static SettingKind number(int usual, int least, int most) {
        return new Number(usual, least, most);
    }

    /** True or false with its default. */
    static SettingKind flag(boolean usual) {
        return new Flag(usual);
    }

    /** Any text, none by default. */
    static SettingKind text() {
        return new Text(null, "text", value -> true, "must be a text", false);
    }

    /** Any text with its default. */
    static SettingKind text(String usual) {
        return new Text(usual, "text", value -> true, "must be a text", false);
    }

    /** A text that nobody may see. */
    static SettingKind secret() {
        return new Text(null, "secret", value -> true, "must be a text", true);
    }

    /** The path of a file; who reads it says what is wrong with it. */
    static SettingKind file() {
        return new Text(null, "path of a file", value -> true, "must be the path of a file", false);
    }

    /** One of those words, in whatever case; the first is the default. */
    static SettingKind choice(String... words) {
        return new Text(
                words[0],
                String.join(", ", words),
                value -> Arrays.stream(words).anyMatch(value::equalsIgnoreCase),
                "must be " + String.join(" or ", words),
                false);
    }

    /** An address with its default or null. What crosses a network is encrypted: plain HTTP stays on this machine. */
    static SettingKind address(@Nullable String usual) {
        return new Text(usual, "`https://…`", Addresses::isFit, "must be an https:// address", false);
    }

    /** Origins whose pages may use the API from a browser: each exact, as a browser sends it, none that stands for several. */
    static SettingKind origins() {
        Pattern origin = Pattern.compile(
                "https://[a-z0-9.-]+(:[0-9]{1,5})?|http://(localhost|127\\.0\\.0\\.1|\\[::1])(:[0-9]{1,5})?");
        return new Text(
                null,
                "origins",
                value ->
                        list(value).stream().allMatch(one -> origin.matcher(one).matches()),
                "must be origins such as https://app.example.org, separated by commas, in small letters, without a path;"
                        + " http:// only on this machine",
                false);
    }

    /** Roles, separated by commas: a slip would leave one without what its clinic takes for granted. */
    static SettingKind roles() {
        Set<String> roles = Set.of("admin", "provider", "patient");
        return new Text(
                null,
                "admin, provider, patient",
                value -> roles.containsAll(list(value)),
                "must be roles, separated by commas: admin, provider, patient",
                false);
    }

    private static List<String> list(String value) {
        return Arrays.stream(value.split(",", -1)).map(String::strip).toList();
    }
}
