package health.miadi.console.transfer;

import health.miadi.shared.validation.Text;
import health.miadi.shared.validation.TextForm;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the columns of a file are called here, a line each: {@code dob=dateOfBirth}; {@code shoe size=} leaves a column out. A line that
 * begins with {@code #} is a remark.
 *
 * @param attributes by column, empty for one that is left out
 */
public record ColumnMapping(Map<String, String> attributes) {
    /** Columns mean what they are called. */
    public static final ColumnMapping NONE = new ColumnMapping(Map.of());

    public ColumnMapping {
        attributes = Map.copyOf(attributes);
    }

    /**
     * The mapping in a file.
     *
     * @throws TransferException when it cannot be read, or a line is none
     */
    public static ColumnMapping read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (CharacterCodingException e) {
            throw new TransferException(file + ": encoding: it is not UTF-8", e);
        } catch (IOException e) {
            throw new TransferException(file + ": cannot be read", e);
        }
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = TextForm.of(lines.get(i));
            int equals = line.lastIndexOf('=');
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String column = equals < 0 ? "" : TextForm.of(line.substring(0, equals));
            if (!Text.Validator.isReadable(column, false)
                    || attributes.put(column, TextForm.of(line.substring(equals + 1))) != null) {
                throw new TransferException(
                        file + ": line " + (i + 1) + " must be column=attribute, or column= to leave it out, once");
            }
        }
        return new ColumnMapping(attributes);
    }

    /** What a column is called here. */
    String attribute(String column) {
        return attributes.getOrDefault(column, column);
    }
}
