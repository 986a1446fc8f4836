package health.miadi.console.shell;

/** Values as Python writes them, which is how the first users' console shows objects. */
final class Literal {
    private Literal() {}

    /** A number, true or false, or a text in quotes. */
    static String of(Object value) {
        if (value instanceof Boolean truth) {
            return truth ? "True" : "False";
        }
        return value instanceof Number ? value.toString() : text(value.toString());
    }

    /** A text in single quotes, or in double ones when single ones stand in it and no double ones. */
    static String text(String text) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        var quoted = new StringBuilder(text.length() + 2).append(quote);
        text.codePoints().forEach(character -> append(quoted, character, quote));
        return quoted.append(quote).toString();
    }

    private static void append(StringBuilder quoted, int character, char quote) {
        if (character == quote || character == '\\') {
            quoted.append('\\').append((char) character);
        } else {
            appendVisible(quoted, character);
        }
    }

    /** Adds a character; one that would move the cursor or turn the line around is written as its code. */
    static void appendVisible(StringBuilder text, int character) {
        switch (character) {
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            default -> {
                int type = Character.getType(character);
                if (type == Character.CONTROL || type == Character.FORMAT || type == Character.LINE_SEPARATOR) {
                    text.append(String.format("\\u%04x", character));
                } else {
                    text.appendCodePoint(character);
                }
            }
        }
    }
}
