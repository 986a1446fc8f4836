package health.miadi.demo;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Reads the sample clinic's CSV files (RFC 4180): a head line, then a line a row. */
final class CsvRows {
    private static final ObjectReader READER = new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .with(CsvParser.Feature.FAIL_ON_MISSING_COLUMNS)
            .with(CsvParser.Feature.EMPTY_STRING_AS_NULL);

    private CsvRows() {}

    /**
     * The rows of a resource beside this class; an empty field is absent from its row.
     *
     * @throws IllegalArgumentException when there is no such resource
     * @throws UncheckedIOException when a line has more or fewer fields than the head
     */
    static List<Map<String, String>> of(String resource) {
        try (InputStream bytes = CsvRows.class.getResourceAsStream(resource)) {
            if (bytes == null) {
                throw new IllegalArgumentException("no resource " + resource);
            }
            return read(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Map<String, String>> read(Reader text) throws IOException {
        try (MappingIterator<Map<String, String>> rows = READER.readValues(text)) {
            List<Map<String, String>> all = rows.readAll();
            all.forEach(row -> row.values().removeIf(field -> field == null));
            return all;
        }
    }
}
