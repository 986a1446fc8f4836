package health.miadi.console.shell;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.WCWidth;

/** Rows under a heading, in columns. On a terminal, columns that do not fit beside the others are left out and named. */
final class Table {
    /** The widest that a column gets, in columns of the terminal. */
    private static final int WIDEST = 40;

    /** For a table of which nothing is left out. */
    static final int UNLIMITED = Integer.MAX_VALUE;

    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    private final int widest;

    Table(List<String> heading) {
        this(heading, WIDEST);
    }

    /**
     * @param widest the width at which cells are shortened, in columns of the terminal
     */
    Table(List<String> heading, int widest) {
        this.widest = widest;
        add(heading);
    }

    /** Adds a row with as many cells as the heading has. */
    void add(List<String> row) {
        rows.add(row.stream().map(this::visible).toList());
    }

    void print(Screen screen) {
        List<String> heading = rows.get(0);
        List<Integer> widths = widths(heading.size());
        int fitting = widest == UNLIMITED ? widths.size() : fitting(widths, screen.width());
        for (int row = 0; row < rows.size(); row++) {
            String line = line(rows.get(row).subList(0, fitting), widths);
            screen.println(row == 0 ? screen.paint().title(line) : line);
        }
        if (fitting < heading.size()) {
            String left = String.join(", ", heading.subList(fitting, heading.size()));
            screen.println(screen.paint().quiet("not enough room for: " + left));
        }
    }

    private List<Integer> widths(int columns) {
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            int widest = 0;
            for (List<String> row : rows) {
                widest = Math.max(widest, width(row.get(column)));
            }
            widths.add(widest);
        }
        return widths;
    }

    private static int fitting(List<Integer> widths, int room) {
        int used = widths.get(0);
        int fitting = 1;
        while (fitting < widths.size() && used + GAP.length() + widths.get(fitting) < room) {
            used += GAP.length() + widths.get(fitting);
            fitting++;
        }
        return fitting;
    }

    private static String line(List<String> cells, List<Integer> widths) {
        var line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            line.append(column == 0 ? "" : GAP).append(cell);
            if (column < cells.size() - 1) {
                line.append(" ".repeat(widths.get(column) - width(cell)));
            }
        }
        return line.toString();
    }

    /** On one line, without what moves the cursor, and not too wide. */
    private String visible(String cell) {
        var text = new StringBuilder();
        int width = 0;
        for (int character : cell.codePoints().toArray()) {
            if (width >= widest) {
                return text.append('…').toString();
            }
            Literal.appendVisible(text, character);
            width += Math.max(0, WCWidth.wcwidth(character));
        }
        return text.toString();
    }

    private static int width(String text) {
        return text.codePoints()
                .map(character -> Math.max(0, WCWidth.wcwidth(character)))
                .sum();
    }
}
