package health.miadi.console.shell;

import java.io.IOException;
import java.util.List;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;

/** Shows text on a terminal, a screenful at a time when it is longer than that. */
final class Pager {
    private static final String MORE = "-- more: space, one line: enter, stop: q --";

    private final Terminal terminal;

    Pager(Terminal terminal) {
        this.terminal = terminal;
    }

    void show(String text) {
        if (text.isEmpty()) {
            return;
        }
        int height = terminal.getHeight();
        List<AttributedString> rows = rows(text);
        if (height < 3 || rows.size() < height) {
            terminal.writer().print(text);
            terminal.writer().flush();
        } else {
            page(rows, height - 1);
        }
    }

    /** The text as the terminal breaks it. */
    private List<AttributedString> rows(String text) {
        String whole = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        return AttributedString.fromAnsi(whole)
                .columnSplitLength(terminal.getWidth() > 0 ? terminal.getWidth() : Integer.MAX_VALUE);
    }

    private void page(List<AttributedString> rows, int screenful) {
        Attributes before = terminal.enterRawMode();
        try {
            int shown = 0;
            int more = screenful;
            while (shown < rows.size() && more > 0) {
                for (int last = Math.min(rows.size(), shown + more); shown < last; shown++) {
                    terminal.writer().print(rows.get(shown).toAnsi(terminal) + "\r\n");
                }
                more = shown < rows.size() ? wanted(screenful) : 0;
            }
            terminal.writer().flush();
        } finally {
            terminal.setAttributes(before);
        }
    }

    /** How many rows more the person wants to see. */
    private int wanted(int screenful) {
        terminal.writer().print(MORE);
        terminal.writer().flush();
        int wanted = -1;
        while (wanted < 0) {
            wanted = switch (key()) {
                case ' ', 'f' -> screenful;
                case '\r', '\n', 'j' -> 1;
                case 'q', 'Q', 3, 4, -1 -> 0;
                default -> -1;
            };
        }
        terminal.writer().print("\r" + " ".repeat(MORE.length()) + "\r");
        return wanted;
    }

    private int key() {
        try {
            return terminal.reader().read();
        } catch (IOException gone) {
            return -1;
        }
    }
}
