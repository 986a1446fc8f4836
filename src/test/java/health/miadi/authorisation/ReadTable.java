package health.miadi.authorisation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code reads.md}: which kind of thing the trail says that a caller read, by operation. */
final class ReadTable {
    /** Who is asked, in the order of the columns. */
    static final List<Who> READERS =
            List.of(Who.PATIENT, Who.ANOTHER_PATIENT, Who.PROVIDER, Who.ANOTHER_PROVIDER, Who.ADMIN);

    /** No entry. */
    static final String NOTHING = "-";

    private final Map<String, List<String>> rows = new TreeMap<>();

    /** Reads it. */
    static ReadTable read() {
        ReadTable table = new ReadTable();
        text().lines()
                .filter(line -> line.startsWith("| `"))
                .map(line ->
                        Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
                .forEach(cells -> table.rows.put(cells.get(1).replace("`", ""), cells.subList(2, 2 + READERS.size())));
        return table;
    }

    private static String text() {
        try (InputStream file = ReadTable.class.getResourceAsStream("reads.md")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> operations() {
        return rows.keySet();
    }

    /** For each of {@link #READERS} what the entry names. */
    List<String> of(String operation) {
        return Objects.requireNonNull(rows.get(operation), () -> "no row for " + operation);
    }

    /** The operations that read, as the OpenAPI document has them. */
    static Set<String> reads() {
        return Operations.all().entrySet().stream()
                .filter(operation -> operation.getValue().startsWith("get "))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
