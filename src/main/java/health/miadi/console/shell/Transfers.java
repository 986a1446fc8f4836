package health.miadi.console.shell;

import health.miadi.console.storage.ObjectClass;
import health.miadi.console.transfer.Progress;
import health.miadi.console.transfer.TransferReport;
import health.miadi.console.transfer.TransferReport.Counts;

/** What {@code import} and {@code export} share. */
final class Transfers {
    private Transfers() {}

    /** A bar for a person, lines for a log. */
    static Progress progress(Screen screen) {
        return screen.person().isPresent() ? Progress.bar(System.err) : Progress.lines(System.err, System::nanoTime);
    }

    static String named(Line line, String name, String otherwise) {
        Word word = line.named().get(name);
        return word == null ? otherwise : word.orEmpty();
    }

    static void show(TransferReport report, Screen screen) {
        for (ObjectClass type : ObjectClass.values()) {
            Counts counts = report.of(type);
            if (!counts.equals(TransferReport.NONE)) {
                String known = counts.known() == 0 ? "" : ", " + counts.known() + " known already";
                String refused = counts.refused() == 0 ? "" : ", " + counts.refused() + " rejected";
                screen.println(type.title() + ": " + counts.taken() + known + refused);
            }
        }
    }
}
