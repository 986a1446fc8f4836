package health.miadi.authorisation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code reads.md}: which kind of thing the trail says that a caller read, by operation. */
final class ReadTable {
    /** Who is asked, in the order of the columns. */
    static final List<Who> READERS =
            List.of(Who.PATIENT, Who.ANOTHER_PATIENT, Who.PROVIDER, Who.ANOTHER_PROVIDER, Who.ADMIN);

    /** No entry. */
    static final String NOTHING = "-";

    private final Map<String, List<String>> rows = TableFile.rows("reads.md");

    /** Reads it. */
    static ReadTable read() {
        return new ReadTable();
    }

    Set<String> operations() {
        return rows.keySet();
    }

    /** For each of {@link #READERS} what the entry names. */
    List<String> of(String operation) {
        return Objects.requireNonNull(rows.get(operation), () -> "no row for " + operation)
                .subList(0, READERS.size());
    }

    /** The operations that read, as the OpenAPI document has them. */
    static Set<String> reads() {
        return Operations.all().entrySet().stream()
                .filter(operation -> operation.getValue().startsWith("get "))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
