package health.miadi.console.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.ObjLongConsumer;

/** A CSV file (RFC 4180) with a head line, read a row at a time. */
record CsvFile(Path path) {
    private static final ObjectReader READER = new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .with(CsvParser.Feature.FAIL_ON_MISSING_COLUMNS)
            .with(CsvParser.Feature.FAIL_ON_MISSING_HEADER_COLUMNS)
            .with(CsvParser.Feature.TRIM_SPACES);

    String name() {
        return path.getFileName().toString();
    }

    /**
     * Reads all of it without taking anything, so that a damaged file is found before it has done anything.
     *
     * @param needed columns that it must have
     * @return how many rows it has
     * @throws TransferException when it is no such file
     */
    long check(Set<String> needed) {
        long[] rows = {0};
        read((row, number) -> {
            if (number == 1 && !row.keySet().containsAll(needed)) {
                throw new TransferException(
                        name() + ": the head line must have the columns " + String.join(", ", needed));
            }
            rows[0] = number;
        });
        return rows[0];
    }

    /** Reads every row; an empty field is an empty text. Rows are numbered from 1, after the head. */
    void read(ObjLongConsumer<Map<String, String>> taker) {
        long number = 0;
        try (Reader text = Files.newBufferedReader(path, StandardCharsets.UTF_8);
                MappingIterator<Map<String, String>> rows = READER.readValues(text)) {
            while (rows.hasNextValue()) {
                taker.accept(rows.nextValue(), ++number);
            }
        } catch (NoSuchFileException e) {
            throw new TransferException(path + ": there is no such file", e);
        } catch (CharacterCodingException e) {
            throw new TransferException(name() + ": after row " + number + " it is not UTF-8", e);
        } catch (JsonProcessingException | RuntimeJsonMappingException e) {
            throw new TransferException(
                    name() + ": row " + (number + 1)
                            + " cannot be read: a quote is not closed, or a field is missing or"
                            + " too many; nothing was taken from this file",
                    e);
        } catch (IOException e) {
            throw new TransferException(path + ": cannot be read", e);
        }
    }
}
