package health.miadi.console.shell;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads lines of both grammars.
 *
 * <p>Words are separated by spaces: {@code create Provider firstName="Ann Mary" cadre=nurse}. Calls have a class, a verb and
 * arguments between brackets: {@code Provider.update("<id>", {'cadre': 'nurse'})}. Quotes are single or double; within
 * them a backslash keeps the next character, and {@code \n}, {@code \t} and {@code \u263a} are what they are in JSON.
 */
final class LineParser {
    private static final Pattern CALL =
            Pattern.compile("\\s*([A-Za-z_][A-Za-z0-9_]*)\\s*\\.\\s*([A-Za-z_]+)\\s*(\\(.*)?", Pattern.DOTALL);

    private LineParser() {}

    /**
     * The line that the text is.
     *
     * @throws SyntaxException when it is none
     */
    static Line parse(String text) {
        String bare = text.strip();
        if (bare.isEmpty() || bare.startsWith("#")) {
            return new Line.Builder().build("", false);
        }
        Matcher call = CALL.matcher(bare);
        return call.matches() ? call(call) : words(new Scanner(bare));
    }

    private static Line call(Matcher call) {
        var line = new Line.Builder();
        line.add(Word.bare(call.group(1)));
        String brackets = call.group(3);
        if (brackets == null) {
            throw new SyntaxException("brackets are missing: " + call.group(1) + "." + call.group(2) + "()");
        }
        var scanner = new Scanner(brackets.substring(1));
        if (!scanner.skip(')')) {
            do {
                argument(scanner, line);
            } while (scanner.skip(','));
            scanner.require(')', "a closing bracket is missing: )");
        }
        scanner.requireEnd("nothing can follow the closing bracket");
        return line.build(call.group(2).toLowerCase(Locale.ROOT), true);
    }

    private static void argument(Scanner scanner, Line.Builder line) {
        if (scanner.skip('{')) {
            object(scanner, line);
        } else if (scanner.isQuote()) {
            line.add(Word.quoted(scanner.quoted()));
        } else {
            String word = scanner.until(",)=");
            if (scanner.skip('=')) {
                line.put(word, value(scanner, ",)"));
            } else if (word.isEmpty()) {
                throw new SyntaxException("a value is missing between the brackets");
            } else {
                line.add(Word.bare(word));
            }
        }
    }

    private static Line words(Scanner scanner) {
        var line = new Line.Builder();
        String verb = scanner.until(" ");
        while (!scanner.atEnd()) {
            if (scanner.skip('{')) {
                object(scanner, line);
            } else if (scanner.isQuote()) {
                line.add(Word.quoted(scanner.quoted()));
            } else {
                word(scanner, line);
            }
            scanner.requireGap();
        }
        return line.build(verb.toLowerCase(Locale.ROOT), false);
    }

    private static void word(Scanner scanner, Line.Builder line) {
        String word = scanner.until(" =\"'");
        if (scanner.next('=')) {
            line.put(word, scanner.atGap() ? Word.quoted("") : value(scanner, " "));
        } else if (scanner.atQuote()) {
            throw new SyntaxException("a quote stands within a word: put the whole value in quotes");
        } else {
            line.add(Word.bare(word));
        }
    }

    /** What stands in braces, the opening one read: {@code "name": value, …}. */
    private static void object(Scanner scanner, Line.Builder line) {
        if (scanner.skip('}')) {
            return;
        }
        do {
            String name = scanner.isQuote() ? scanner.quoted() : scanner.until(":,}");
            if (name.isEmpty()) {
                throw new SyntaxException("a name is missing between the braces");
            }
            scanner.require(':', "a colon is missing after a name between the braces");
            line.put(name, value(scanner, ",}"));
        } while (scanner.skip(','));
        scanner.require('}', "a closing brace is missing: }");
    }

    private static Word value(Scanner scanner, String ends) {
        if (scanner.isQuote()) {
            return Word.quoted(scanner.quoted());
        }
        String word = scanner.until(ends);
        if (word.isEmpty()) {
            throw new SyntaxException("a value is missing");
        }
        return Word.bare(word);
    }
}
