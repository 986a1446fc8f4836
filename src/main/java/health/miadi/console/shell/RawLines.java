package health.miadi.console.shell;

import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/**
 * Hands lines over as they were typed: quotes are the {@link LineParser}'s business. For completion, a word begins after
 * whatever separates words in either grammar.
 */
final class RawLines implements Parser {
    private static final String SEPARATORS = " \t.(,{=:\"'";

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        int begin = cursor;
        while (begin > 0 && SEPARATORS.indexOf(line.charAt(begin - 1)) < 0) {
            begin--;
        }
        return new Typed(line, cursor, begin);
    }

    /**
     * A line with a cursor in it.
     *
     * @param begin where the word at the cursor begins
     */
    record Typed(String line, int cursor, int begin) implements CompletingParsedLine {
        @Override
        public String word() {
            return line.substring(begin, cursor);
        }

        @Override
        public int wordCursor() {
            return cursor - begin;
        }

        @Override
        public int wordIndex() {
            return 0;
        }

        @Override
        public List<String> words() {
            return List.of(word());
        }

        /** Whoever completes knows where quotes belong. */
        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate;
        }

        @Override
        public int rawWordCursor() {
            return wordCursor();
        }

        @Override
        public int rawWordLength() {
            return wordCursor();
        }

        /** What stands before the word. */
        String before() {
            return line.substring(0, begin);
        }
    }
}
