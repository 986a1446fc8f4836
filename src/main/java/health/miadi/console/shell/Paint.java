package health.miadi.console.shell;

/** Colours, or none: on terminals alone, and not where {@code NO_COLOR} is set (no-color.org). */
enum Paint {
    COLOURS,
    NONE;

    String title(String text) {
        return painted("1", text);
    }

    String className(String text) {
        return painted("36", text);
    }

    String quiet(String text) {
        return painted("2", text);
    }

    String error(String text) {
        return painted("31", text);
    }

    private String painted(String code, String text) {
        return this == NONE || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
