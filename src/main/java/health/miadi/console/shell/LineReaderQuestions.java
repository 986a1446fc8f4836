package health.miadi.console.shell;

import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/** Asks at the terminal. Answers are in no history, and secret ones nowhere on the screen. */
final class LineReaderQuestions implements Questions {
    /** What is echoed for each character of a secret: nothing. */
    private static final Character NOTHING = (char) 0;

    private final LineReader reader;
    private List<Choice> offered = List.of();

    LineReaderQuestions(Terminal terminal) {
        reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .completer((line, parsed, candidates) ->
                        offered.forEach(choice -> candidates.add(candidate(choice.value(), choice.meaning(), true))))
                .parser(new RawLines())
                .variable(LineReader.DISABLE_HISTORY, true)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .build();
    }

    @Override
    public String ask(String question, List<Choice> choices) {
        offered = choices;
        return read(question, null).strip();
    }

    @Override
    public String askSecretly(String question) {
        offered = List.of();
        return read(question, NOTHING);
    }

    private String read(String question, @Nullable Character mask) {
        try {
            return reader.readLine(question, mask);
        } catch (UserInterruptException | EndOfFileException noMore) {
            throw new GivenUpException(noMore);
        }
    }

    /** Something to choose; what it means stands beside it. */
    static Candidate candidate(String value, String meaning, boolean complete) {
        return new Candidate(value, value, null, meaning.isEmpty() ? null : meaning, null, null, complete);
    }
}
