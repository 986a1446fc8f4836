package health.miadi.authorisation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A table in Markdown that has an operation in the first column of each row. */
final class TableFile {
    private TableFile() {}

    /**
     * The other cells of each row, by operation, in the order of the file.
     *
     * @param name of a file beside this class
     * @throws IllegalStateException if an operation has two rows
     */
    static Map<String, List<String>> rows(String name) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        text(name).lines().filter(line -> line.startsWith("| `")).forEach(line -> {
            List<String> cells =
                    Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
            if (rows.put(cells.get(1).replace("`", ""), cells.subList(2, cells.size())) != null) {
                throw new IllegalStateException("two rows: " + cells.get(1));
            }
        });
        return rows;
    }

    private static String text(String name) {
        try (InputStream file = TableFile.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
