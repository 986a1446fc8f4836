package health.miadi.identity.control;

import health.miadi.audit.control.Told;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * With what and from where somebody uses a session, as coarsely as it helps them to know it again (R-AUTH-11).
 *
 * @param program the browser or other program, null when it does not say
 * @param system that it runs on, null when it does not say
 * @param network from where, null when it is not known; never the whole address
 */
public record SessionClient(
        @Nullable String program,
        @Nullable String system,
        @Nullable String network) {
    /** Longer than those of browsers; what comes behind is not looked at. */
    private static final int LONGEST_AGENT = 400;

    /** What the name of any other program is taken from: the first word of what it says of itself. */
    private static final Pattern FIRST_WORD =
            Pattern.compile("([A-Za-z][A-Za-z0-9._-]{0,39})(?![A-Za-z0-9._-]).*", Pattern.DOTALL);

    /** Signs of browsers in the order in which they are to be looked for: most of them pretend to be one of the later ones. */
    private static final List<Map.Entry<String, String>> BROWSERS = List.of(
            Map.entry("Edg", "Edge"),
            Map.entry("OPR/", "Opera"),
            Map.entry("SamsungBrowser/", "Samsung Internet"),
            Map.entry("FxiOS/", "Firefox"),
            Map.entry("Firefox/", "Firefox"),
            Map.entry("CriOS/", "Chrome"),
            Map.entry("Chrome/", "Chrome"),
            Map.entry("Safari/", "Safari"));

    private static final List<Map.Entry<String, String>> SYSTEMS = List.of(
            Map.entry("Android", "Android"),
            Map.entry("iPhone", "iPhone"),
            Map.entry("iPad", "iPad"),
            Map.entry("Windows", "Windows"),
            Map.entry("Mac OS X", "macOS"),
            Map.entry("CrOS", "ChromeOS"),
            Map.entry("Linux", "Linux"));

    /**
     * The client that says this of itself.
     *
     * @param agent the header {@code User-Agent}, null when there is none
     */
    public static SessionClient of(@Nullable String agent, @Nullable String network) {
        String said = agent == null ? "" : agent.substring(0, Math.min(LONGEST_AGENT, agent.length()));
        String browser = said.startsWith("Mozilla/") ? found(BROWSERS, said) : null;
        return new SessionClient(browser == null ? firstWord(said) : browser, found(SYSTEMS, said), network);
    }

    /** The program and the system as the audit trail keeps them (R-AUTH-15): those of our lists, since nobody can erase them there. */
    Told told() {
        boolean isListed = BROWSERS.stream().anyMatch(sign -> sign.getValue().equals(program));
        return Told.nothing().and("program", isListed ? program : null).and("system", system);
    }

    private static @Nullable String found(List<Map.Entry<String, String>> signs, String said) {
        return signs.stream()
                .filter(sign -> said.contains(sign.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String firstWord(String said) {
        Matcher word = FIRST_WORD.matcher(said);
        return word.matches() ? word.group(1) : null;
    }

    /** Nothing of with what or from where. */
    @Override
    public String toString() {
        return "SessionClient";
    }
}
