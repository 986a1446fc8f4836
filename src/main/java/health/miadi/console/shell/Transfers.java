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

    /** How many there were of each class. */
    static void show(TransferReport report, Screen screen) {
        for (ObjectClass type : ObjectClass.values()) {
            if (report.of(type).taken() > 0) {
                screen.println(type.title() + ": " + report.of(type).taken());
            }
        }
    }

    /** What became of those of each class: {@code Patient: 12 new, 3 changed, 985 known already}. */
    static void showTaken(TransferReport report, Screen screen) {
        for (ObjectClass type : ObjectClass.values()) {
            Counts counts = report.of(type);
            if (!counts.equals(TransferReport.NONE)) {
                String changed = counts.changed() == 0 ? "" : ", " + counts.changed() + " changed";
                String known = counts.known() == 0 ? "" : ", " + counts.known() + " known already";
                String refused = counts.refused() == 0 ? "" : ", " + counts.refused() + " rejected";
                screen.println(type.title() + ": " + counts.taken() + " new" + changed + known + refused);
            }
        }
    }
}
