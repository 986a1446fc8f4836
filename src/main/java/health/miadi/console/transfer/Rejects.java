package health.miadi.console.transfer;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The file of what was not taken as it stood, and of who was changed: the file, the row, the column and the reason, never what the row
 * says of a person but for the extension of a phone, which is kept here alone. It is made with the first line, for its owner alone.
 */
final class Rejects implements AutoCloseable {
    private static final CsvMapper CSV = new CsvMapper();
    private static final CsvSchema COLUMNS = CsvSchema.builder()
            .addColumn("file")
            .addNumberColumn("row")
            .addColumn("column")
            .addColumn("outcome")
            .addColumn("reason")
            .setUseHeader(true)
            .build();

    private final Path file;
    private @Nullable Writer writer;
    private long count;

    Rejects(Path file) {
        this.file = file;
    }

    /**
     * Adds one.
     *
     * @param row 1 for the first row after the head, or the first object; 0 for the head
     * @param column empty when it is no single one
     * @param outcome {@code rejected}, {@code note} about a row that is taken, or {@code changed}
     */
    void add(String source, long row, String column, String outcome, String reason) {
        try {
            boolean first = writer == null;
            Writer open = opened();
            open.write(CSV.writer(first ? COLUMNS : COLUMNS.withoutHeader())
                    .writeValueAsString(Map.of(
                            "file", source, "row", row, "column", column, "outcome", outcome, "reason", reason)));
            count++;
        } catch (IOException e) {
            throw new TransferException("The rejects cannot be written to " + file + ": nothing more was taken.", e);
        }
    }

    private Writer opened() throws IOException {
        Writer open = writer;
        if (open == null) {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            open = Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.WRITE);
            writer = open;
        }
        return open;
    }

    long count() {
        return count;
    }

    @Override
    public void close() {
        try {
            if (writer != null) {
                writer.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
