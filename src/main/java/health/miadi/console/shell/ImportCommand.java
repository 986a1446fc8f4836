package health.miadi.console.shell;

import health.miadi.console.transfer.ClinicTransfer;
import health.miadi.console.transfer.TransferException;
import health.miadi.console.transfer.TransferReport;
import health.miadi.shared.time.SystemClock;
import health.miadi.shared.time.Zones;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;

/** {@code import}: takes a clinic in. */
final class ImportCommand implements Command {
    private static final String REJECTS = "miadi-rejects.csv";

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String summary() {
        return "take a clinic in, from CSV or from an export";
    }

    @Override
    public List<String> forms() {
        return List.of("import <directory with CSV files, or export> [rejects=<file>] [zone=<time zone>]");
    }

    @Override
    public List<String> examples() {
        return List.of("import clinic.json", "import ../data/synthea zone=Africa/Nairobi");
    }

    @Override
    public void run(Line line, Session session) {
        String source = line.word(0);
        if (source == null) {
            throw new CommandException("file name missing");
        }
        Path rejects = Path.of(Transfers.named(line, "rejects", REJECTS));
        String zone = Transfers.named(line, "zone", ZoneId.systemDefault().getId());
        try {
            TransferReport report = new ClinicTransfer(
                            session.storage(), SystemClock.create(), Transfers.progress(session.screen()))
                    .take(
                            Path.of(source),
                            rejects,
                            Zones.named(zone)
                                    .orElseThrow(() -> new CommandException(
                                            "zone: must be an IANA time zone, like Africa/Nairobi")));
            Transfers.show(report, session.screen());
            if (report.refused() > 0) {
                session.screen().println("What was not taken, and why: " + rejects);
            }
        } catch (TransferException failed) {
            throw new CommandException(failed.line());
        }
    }
}
