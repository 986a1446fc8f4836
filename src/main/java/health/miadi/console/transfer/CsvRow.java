package health.miadi.console.transfer;

import health.miadi.console.storage.InvalidAttributeException;
import java.util.Map;

/**
 * A row of a CSV file.
 *
 * @param number 1 for the first after the head; blank ones count
 * @param cells by attribute, without the space around them; empty ones are absent
 * @param surplus whether there is something beyond the last column
 */
record CsvRow(long number, Map<String, String> cells, boolean surplus) {
    /** The cell of an attribute; empty where there is none. */
    String get(String attribute) {
        return cells.getOrDefault(attribute, "");
    }

    /**
     * The cell of an attribute.
     *
     * @throws InvalidAttributeException when it is empty
     */
    String require(String attribute) {
        String cell = get(attribute);
        if (cell.isEmpty()) {
            throw new InvalidAttributeException(attribute, "is required");
        }
        return cell;
    }

    /** Says nothing of what it has. */
    @Override
    public String toString() {
        return "row " + number;
    }
}
