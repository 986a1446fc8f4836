package health.miadi.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the sample clinic's own CSV files: a head line, then lines of as many fields, none of them quoted. */
final class CsvRows {

    private CsvRows() {}

    /**
     * The rows of a resource beside this class; an empty field is absent from its row.
     *
     * @throws IllegalArgumentException when the resource holds a quoted field or a line of another length
     */
    static List<Map<String, String>> of(String resource) {
        try (InputStream bytes = CsvRows.class.getResourceAsStream(resource)) {
            if (bytes == null) {
                throw new IllegalArgumentException("no resource " + resource);
            }
            return read(new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Map<String, String>> read(BufferedReader text) throws IOException {
        List<String> lines = text.lines().toList();
        String[] head = fields(lines.get(0));
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = fields(line);
            if (fields.length != head.length) {
                throw new IllegalArgumentException("a line has " + fields.length + " fields, the head " + head.length);
            }
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < head.length; i++) {
                if (!fields[i].isEmpty()) {
                    row.put(head[i], fields[i]);
                }
            }
            rows.add(row);
        }
        return rows;
    }

    private static String[] fields(String line) {
        if (line.indexOf('"') >= 0) {
            throw new IllegalArgumentException("a field is quoted");
        }
        return line.split(",", -1);
    }
}
