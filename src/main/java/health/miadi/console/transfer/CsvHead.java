package health.miadi.console.transfer;

import health.miadi.shared.validation.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The head of a CSV file: what its columns are called there, and here.
 *
 * @param columns as the file calls them
 * @param attributes as they are called here, in the same order; empty for a column that is left out
 */
record CsvHead(List<String> columns, List<String> attributes) {
    /**
     * What a file may have.
     *
     * @param what its rows are, for sentences
     * @param needed columns that it must have
     * @param oneNeeded columns of which it must have one, if there are such
     * @param known all columns that are understood
     */
    record Columns(String what, Set<String> needed, Set<String> oneNeeded, Set<String> known) {
        private String names() {
            Set<String> all = new TreeSet<>(needed);
            all.addAll(oneNeeded);
            return String.join(", ", all);
        }

        private boolean hasNoneOf(List<String> attributes) {
            return Stream.concat(needed.stream(), oneNeeded.stream()).noneMatch(attributes::contains);
        }

        private boolean lacksOneOf(List<String> attributes) {
            return !oneNeeded.isEmpty() && oneNeeded.stream().noneMatch(attributes::contains);
        }
    }

    /** The head in a record. Nothing of it is repeated unless it is a head: the first row of a file without one is about a person. */
    static CsvHead of(List<String> columns, ColumnMapping mapping, Columns wanted) {
        List<String> attributes = new ArrayList<>();
        for (String column : columns) {
            attributes.add(mapping.attribute(column));
        }
        Set<String> lacking = new TreeSet<>(wanted.needed());
        lacking.removeAll(attributes);
        if (wanted.hasNoneOf(attributes)) {
            throw new TransferException("head: the first line must name the columns, among them " + wanted.names());
        }
        requireKnown(columns, attributes, mapping, wanted);
        if (!lacking.isEmpty()) {
            throw new TransferException("head: the column " + String.join(", ", lacking) + " is missing");
        }
        if (wanted.lacksOneOf(attributes)) {
            throw new TransferException(
                    "head: one of the columns " + String.join(", ", new TreeSet<>(wanted.oneNeeded())) + " is needed");
        }
        return new CsvHead(columns, attributes);
    }

    private static void requireKnown(
            List<String> columns, List<String> attributes, ColumnMapping mapping, Columns wanted) {
        List<String> unknown = new ArrayList<>();
        Map<String, String> first = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            String attribute = attributes.get(i);
            String name = Text.Validator.isReadable(columns.get(i), false) ? columns.get(i) : "column " + (i + 1);
            if (attribute.isEmpty()) {
                continue;
            }
            if (!wanted.known().contains(attribute)) {
                unknown.add(attribute.equals(columns.get(i)) ? name : name + " (mapped to " + attribute + ")");
            } else if (first.putIfAbsent(attribute, name) != null) {
                throw new TransferException(
                        "head: " + first.get(attribute) + " and " + name + " are both " + attribute);
            }
        }
        if (!unknown.isEmpty()) {
            throw new TransferException("head: " + wanted.what() + " has no " + String.join(", ", unknown)
                    + "; say in a mapping file what it is (column=attribute), or leave it out (column=)");
        }
    }

    /** What a file calls an attribute. */
    String column(String attribute) {
        int at = attributes.indexOf(attribute);
        return at < 0 ? attribute : columns.get(at);
    }
}
