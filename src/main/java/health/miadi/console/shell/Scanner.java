package health.miadi.console.shell;

/** Goes through a line from left to right. Methods that look for something leave out the spaces before it. */
final class Scanner {
    private final String text;
    private int at;

    Scanner(String text) {
        this.text = text;
    }

    /** Whether nothing but spaces is left. */
    boolean atEnd() {
        skipSpaces();
        return at == text.length();
    }

    /** Whether the next character, spaces included, is a space or the end. */
    boolean atGap() {
        return at == text.length() || Character.isWhitespace(text.charAt(at));
    }

    /** Whether a quote comes next. */
    boolean isQuote() {
        skipSpaces();
        return atQuote();
    }

    /** Whether the next character, spaces included, is a quote. */
    boolean atQuote() {
        return at < text.length() && isQuote(text.charAt(at));
    }

    /** Reads that character if it comes next. */
    boolean skip(char wanted) {
        skipSpaces();
        return next(wanted);
    }

    /** Reads that character if it comes at once. */
    boolean next(char wanted) {
        boolean there = at < text.length() && text.charAt(at) == wanted;
        if (there) {
            at++;
        }
        return there;
    }

    void require(char wanted, String message) {
        if (!skip(wanted)) {
            throw new SyntaxException(message);
        }
    }

    void requireEnd(String message) {
        if (!atEnd()) {
            throw new SyntaxException(message);
        }
    }

    void requireGap() {
        if (!atGap()) {
            throw new SyntaxException("a space is missing after a closing quote or brace");
        }
    }

    /** Reads up to one of these characters, or to the end; a space among them stands for every kind of space. */
    String until(String ends) {
        skipSpaces();
        int from = at;
        boolean spaceEnds = ends.indexOf(' ') >= 0;
        while (at < text.length()
                && ends.indexOf(text.charAt(at)) < 0
                && !(spaceEnds && Character.isWhitespace(text.charAt(at)))) {
            at++;
        }
        return text.substring(from, at).strip();
    }

    /**
     * Reads what stands in quotes.
     *
     * @throws SyntaxException when the closing quote is missing
     */
    String quoted() {
        char quote = text.charAt(at++);
        var read = new StringBuilder();
        while (at < text.length()) {
            char character = text.charAt(at++);
            if (character == quote) {
                return read.toString();
            }
            read.append(character == '\\' && at < text.length() ? escaped() : character);
        }
        throw new SyntaxException("a closing quote is missing: " + quote);
    }

    private char escaped() {
        char character = text.charAt(at++);
        return switch (character) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'u' -> unicode();
            default -> character;
        };
    }

    private char unicode() {
        try {
            char character = (char) Integer.parseInt(text.substring(at, at + 4), 16);
            at += 4;
            return character;
        } catch (IndexOutOfBoundsException | NumberFormatException refused) {
            throw new SyntaxException("\\u is followed by four hexadecimal digits");
        }
    }

    private void skipSpaces() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isQuote(char character) {
        return character == '"' || character == '\'';
    }
}
