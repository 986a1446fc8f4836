package health.miadi.console.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import health.miadi.shared.validation.TextForm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A CSV file (RFC 4180) as spreadsheets write it, read a row at a time: with any of three separators and three ends of lines, with blank
 * lines, and rows that are shorter than the head, or longer by empty cells.
 */
record CsvFile(CsvText text, ColumnMapping mapping, CsvHead.Columns wanted) {
    private static final CsvFactory FACTORY = new CsvFactory();
    private static final String SEPARATORS = ",;\t";

    String name() {
        return text.path().getFileName().toString();
    }

    /**
     * Reads all of it without taking anything, so that a damaged file is found before it has done anything.
     *
     * @throws TransferException when it is no such file; it says which of separator, encoding, head or quote it is, and where
     */
    Checked check() {
        long[] rows = {0};
        CsvHead head = read(row -> rows[0] = row.number());
        return new Checked(head, rows[0]);
    }

    /** What a file has that can be read. */
    record Checked(CsvHead head, long rows) {}

    /** Reads every row that says anything, and gives the head. */
    CsvHead read(Consumer<CsvRow> taker) {
        try (Reader reader = text.open();
                CsvParser parser = FACTORY.createParser(reader)) {
            parser.setSchema(CsvSchema.emptySchema().withColumnSeparator(separator()));
            return new Reading(parser).head(taker);
        } catch (NoSuchFileException e) {
            throw new TransferException(text.path() + ": there is no such file", e);
        } catch (CharacterCodingException e) {
            throw new TransferException(encoding(), e);
        } catch (IOException e) {
            throw new TransferException(text.path() + ": cannot be read", e);
        }
    }

    private String encoding() {
        try {
            return name() + ": encoding: " + text.fault()
                    + "; save it as UTF-8, or say --encoding windows-1252 if that is what it is";
        } catch (IOException e) {
            return text.path() + ": cannot be read";
        }
    }

    /** The one that the head line has most of, outside quotes. */
    private char separator() throws IOException {
        int[] counts = new int[SEPARATORS.length()];
        int line = 0;
        try (BufferedReader reader = new BufferedReader(text.open())) {
            String head;
            do {
                head = reader.readLine();
                line++;
            } while (head != null && head.isBlank());
            boolean quoted = false;
            for (char character : (head == null ? "" : head).toCharArray()) {
                quoted ^= character == '"';
                int at = quoted ? -1 : SEPARATORS.indexOf(character);
                if (at >= 0) {
                    counts[at]++;
                }
                if (character == 0) {
                    throw new TransferException(name() + ": encoding: it looks like UTF-16 without a mark (line " + line
                            + "); save it as UTF-8");
                }
            }
        }
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        if (counts[most] == 0) {
            throw new TransferException(name() + ": separator: the columns of the head must be separated by commas,"
                    + " semicolons or tabs (line " + line + ")");
        }
        return SEPARATORS.charAt(most);
    }

    /** One walk through the file. */
    private final class Reading {
        private final CsvParser parser;
        private List<String> columns = List.of();
        private long number;
        private int cell;

        private Reading(CsvParser parser) {
            this.parser = parser;
        }

        CsvHead head(Consumer<CsvRow> taker) throws IOException {
            try {
                List<String> names = next();
                while (names != null && isBlank(names)) {
                    names = next();
                }
                // spreadsheets put empty columns behind the last
                columns = names == null ? List.of() : withoutEmptyEnd(names);
                CsvHead head = named();
                List<String> cells = next();
                while (cells != null) {
                    number++;
                    if (!isBlank(cells)) {
                        taker.accept(row(head, cells));
                    }
                    cells = next();
                }
                return head;
            } catch (JsonProcessingException broken) {
                String column = cell < columns.size() ? ", column " + columns.get(cell) : "";
                throw new TransferException(
                        name() + ": quote: " + (columns.isEmpty() ? "in the head" : "in row " + (number + 1) + column)
                                + " a quote is not closed, or text follows a closing quote (line "
                                + broken.getLocation().getLineNr() + "); nothing was taken",
                        broken);
            }
        }

        private CsvHead named() {
            try {
                return CsvHead.of(columns, mapping, wanted);
            } catch (TransferException refused) {
                throw new TransferException(name() + ": " + refused.line(), refused);
            }
        }

        /** The next record, or null after the last. */
        private @org.jspecify.annotations.Nullable List<String> next() throws IOException {
            cell = 0;
            if (parser.nextToken() == null) {
                return null;
            }
            List<String> cells = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                cells.add(TextForm.of(parser.getText()));
                cell++;
            }
            return cells;
        }

        private CsvRow row(CsvHead head, List<String> cells) {
            Map<String, String> byAttribute = new HashMap<>();
            int most = Math.min(cells.size(), head.columns().size());
            for (int i = 0; i < most; i++) {
                String attribute = head.attributes().get(i);
                if (!attribute.isEmpty() && !cells.get(i).isEmpty()) {
                    byAttribute.put(attribute, cells.get(i));
                }
            }
            return new CsvRow(number, byAttribute, !isBlank(cells.subList(most, cells.size())));
        }

        private static boolean isBlank(List<String> cells) {
            return cells.stream().allMatch(String::isEmpty);
        }

        private static List<String> withoutEmptyEnd(List<String> names) {
            int size = names.size();
            while (size > 0 && names.get(size - 1).isEmpty()) {
                size--;
            }
            return List.copyOf(names.subList(0, size));
        }
    }
}
