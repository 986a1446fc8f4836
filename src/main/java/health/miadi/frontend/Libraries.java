package health.miadi.frontend;

import java.util.Map;
import java.util.Optional;

/** What others wrote and the front end loads, and the short names by which it does: {@code /assets/lib/<name>/…}. */
final class Libraries {
    /** Where the build puts what it takes out of WebJars, each below its own name and its version. */
    static final String DIRECTORY = "/WEB-INF/webjars/";

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("lit", "lit"),
            Map.entry("lit-html", "lit-html"),
            Map.entry("lit-element", "lit-element"),
            Map.entry("lit__reactive-element", "reactive-element"),
            Map.entry("picocss__pico", "pico"),
            Map.entry("fullcalendar__core", "fullcalendar-core"),
            Map.entry("fullcalendar__daygrid", "fullcalendar-daygrid"),
            Map.entry("fullcalendar__timegrid", "fullcalendar-timegrid"),
            Map.entry("fullcalendar__interaction", "fullcalendar-interaction"),
            Map.entry("chart.js", "chart.js"),
            Map.entry("kurkle__color", "kurkle-color"));

    private Libraries() {}

    /**
     * The path below {@code /assets/} of a library's file: {@code lib/reactive-element/css-tag.js} for
     * {@code lit__reactive-element/2.1.2/css-tag.js}.
     *
     * @throws IllegalArgumentException when the library has no name here
     */
    static String address(String path) {
        String[] parts = path.split("/", 3);
        String name = Optional.ofNullable(NAMES.get(parts[0]))
                .orElseThrow(() -> new IllegalArgumentException("the library " + parts[0] + " has no name"));
        return "lib/" + name + '/' + parts[2];
    }
}
