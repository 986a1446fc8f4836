package health.miadi.console.shell;

import java.util.Locale;

/** How outcomes are shown. */
enum OutputFormat {
    /** As the first users' console did: {@code [Class] (id) {attributes}}. */
    LINE,
    /** A row for each object. */
    TABLE,
    /** One JSON document on one line for each command. */
    JSON;

    /** The word for it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The format with that word.
     *
     * @throws CommandException when there is none
     */
    static OutputFormat ofWord(String word) {
        for (OutputFormat format : values()) {
            if (format.word().equalsIgnoreCase(word)) {
                return format;
            }
        }
        throw new CommandException("the formats are table, json and line");
    }

    Display display(Screen screen) {
        return switch (this) {
            case LINE -> new LineDisplay(screen);
            case TABLE -> new TableDisplay(screen);
            case JSON -> new JsonDisplay(screen);
        };
    }
}
