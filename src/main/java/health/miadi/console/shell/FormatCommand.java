package health.miadi.console.shell;

import java.util.List;

/** {@code format}: how outcomes are shown from now on. */
final class FormatCommand implements Command {
    @Override
    public String name() {
        return "format";
    }

    @Override
    public String summary() {
        return "show outcomes as line, table or json from now on";
    }

    @Override
    public List<String> forms() {
        return List.of("format", "format table|json|line");
    }

    @Override
    public List<String> examples() {
        return List.of("format table");
    }

    @Override
    public void run(Line line, Session session) {
        String word = line.word(0);
        if (word == null) {
            session.screen().println(session.format().word());
        } else {
            session.showAs(OutputFormat.ofWord(word));
        }
    }
}
