package health.miadi.console.shell;

import health.miadi.console.transfer.ClinicTransfer;
import health.miadi.console.transfer.TransferException;
import health.miadi.shared.time.SystemClock;
import java.nio.file.Path;
import java.util.List;

/** {@code export}: writes all of the clinic into one file. */
final class ExportCommand implements Command {
    @Override
    public String name() {
        return "export";
    }

    @Override
    public String summary() {
        return "write the whole clinic into one file; records stay encrypted";
    }

    @Override
    public List<String> forms() {
        return List.of("export <file>");
    }

    @Override
    public List<String> examples() {
        return List.of("export clinic.json");
    }

    @Override
    public void run(Line line, Session session) {
        String file = line.word(0);
        if (file == null) {
            throw new CommandException("file name missing");
        }
        try {
            Transfers.show(
                    new ClinicTransfer(session.storage(), SystemClock.create(), Transfers.progress(session.screen()))
                            .export(Path.of(file)),
                    session.screen());
        } catch (TransferException failed) {
            throw new CommandException(failed.line());
        }
    }
}
