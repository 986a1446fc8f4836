package health.miadi.console.shell;

import health.miadi.console.transfer.ClinicTransfer;
import health.miadi.console.transfer.ColumnMapping;
import health.miadi.console.transfer.DateForm;
import health.miadi.console.transfer.ImportSettings;
import health.miadi.console.transfer.TransferException;
import health.miadi.console.transfer.TransferReport;
import health.miadi.shared.time.SystemClock;
import health.miadi.shared.time.Zones;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** {@code import}: takes a clinic in. */
final class ImportCommand implements Command {
    private static final String REJECTS = "miadi-rejects.csv";
    private static final Set<String> OF_CSV = Set.of("dates", "encoding", "mapping", "zone");
    private static final Set<String> VALUED = Set.of("dates", "encoding", "mapping", "rejects", "zone");
    private static final Map<String, Charset> ENCODINGS = Map.of(
            "utf-8", StandardCharsets.UTF_8,
            "utf-16", StandardCharsets.UTF_16,
            "windows-1252", Charset.forName("windows-1252"));

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
        return List.of(
                "import <export> [--dry-run] [--rejects <file>]",
                "import <directory with CSV files> [--dry-run] [--rejects <file>] [--zone <time zone>]",
                "       [--dates <form>] [--mapping <file>] [--encoding utf-8|utf-16|windows-1252]");
    }

    @Override
    public List<String> examples() {
        return List.of(
                "import clinic.json",
                "import ../data/synthea --zone Africa/Nairobi",
                "import lists --dry-run --dates dd/MM/yyyy --mapping columns.txt   where it has lines like dob=dateOfBirth");
    }

    @Override
    public void run(Line line, Session session) {
        LineOptions options = LineOptions.of(line, VALUED, Set.of("dry-run"));
        if (options.words().size() != 1) {
            throw new CommandException(
                    options.words().isEmpty() ? "file name missing" : "one file or directory at a time");
        }
        Path source = Path.of(options.words().get(0));
        Path rejects = Path.of(options.get("rejects", REJECTS));
        try {
            ImportSettings settings = settings(options, Files.isDirectory(source));
            TransferReport report = new ClinicTransfer(
                            session.storage(), SystemClock.create(), Transfers.progress(session.screen()))
                    .take(source, rejects, settings);
            if (settings.rehearsal()) {
                session.screen().println("Nothing was changed. An import would give:");
            }
            Transfers.showTaken(report, session.screen());
            if (report.listed() > 0) {
                session.screen().println("What was not taken as it stands, or changed, and why: " + rejects);
            }
        } catch (TransferException failed) {
            throw new CommandException(failed.line());
        }
    }

    private static ImportSettings settings(LineOptions options, boolean csv) {
        options.values().keySet().stream()
                .filter(name -> !csv && OF_CSV.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new CommandException(name + ": is for directories with CSV files");
                });
        String dates = options.get("dates");
        String mapping = options.get("mapping");
        return new ImportSettings(
                Zones.named(options.get("zone", ZoneId.systemDefault().getId()))
                        .orElseThrow(
                                () -> new CommandException("zone: must be an IANA time zone, like Africa/Nairobi")),
                encoding(options.get("encoding", "utf-8")),
                dates == null ? DateForm.ISO : DateForm.of(dates),
                mapping == null ? ColumnMapping.NONE : ColumnMapping.read(Path.of(mapping)),
                options.get("dry-run") != null);
    }

    private static Charset encoding(String name) {
        Charset encoding = ENCODINGS.get(name.toLowerCase(Locale.ROOT));
        if (encoding == null) {
            throw new CommandException("encoding: must be utf-8, utf-16 or windows-1252");
        }
        return encoding;
    }
}
