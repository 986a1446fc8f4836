package health.miadi.console.transfer;

import health.miadi.console.storage.Attribute;
import health.miadi.console.storage.AttributeKind;
import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.StoredObject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads rows about patients or providers.
 *
 * @param otherwise what a file may leave out
 */
record PersonRows(ObjectClass type, Map<String, String> otherwise, DateForm dates) implements RowReading {
    private static final Set<String> NEEDED = Set.of("id");
    private static final Set<String> NAMES = Set.of("firstName", "lastName");
    private static final String INSURERS = "insurers";
    private static final String NUMBER = "patientNumber";
    private static final Map<String, String> GENDERS = Map.of("f", "female", "m", "male");

    /** {@code 555-1234 x12}, {@code ext. 12}: a switchboard's business, no part of the number. */
    private static final Pattern EXTENSION =
            Pattern.compile("(.*?[0-9)])[ ,;]*(?:x|ext|extension)[. :]*([0-9]{1,6})", Pattern.CASE_INSENSITIVE);

    @Override
    public CsvHead.Columns columns() {
        Set<String> known = new TreeSet<>(NEEDED);
        type.attributes().stream()
                .filter(Attribute::isGiven)
                .map(Attribute::name)
                .forEach(known::add);
        if (type == ObjectClass.PATIENT) {
            known.add(INSURERS);
            known.add(NUMBER);
        }
        return new CsvHead.Columns(type.title(), NEEDED, NAMES, known);
    }

    /** A patient with a number of their own goes first: no number is given out that stands further below. */
    @Override
    public int turns() {
        return type == ObjectClass.PATIENT ? 2 : 1;
    }

    @Override
    public int turn(CsvRow row) {
        return type == ObjectClass.PATIENT && row.get(NUMBER).isEmpty() ? 1 : 0;
    }

    @Override
    public ReadRow read(CsvRow row) {
        Map<String, String> notes = new LinkedHashMap<>();
        Map<String, Object> own = new HashMap<>();
        row.cells().forEach((name, cell) -> type.attribute(name)
                .filter(Attribute::isGiven)
                .ifPresent(attribute -> own.put(name, text(attribute, cell, notes))));
        Map<String, Object> given = new HashMap<>(otherwise);
        given.putAll(own);
        Map<String, Object> values = new HashMap<>(type.read(given));
        if (!row.get(NUMBER).isEmpty()) {
            values.put(NUMBER, type.attribute(NUMBER).orElseThrow().read(row.get(NUMBER)));
            own.put(NUMBER, row.get(NUMBER));
        }
        if (!row.get(INSURERS).isEmpty()) {
            notes.put(INSURERS, "no policy number, so no cover was made");
        }
        return new ReadRow(
                StoredObject.of(type, SourceIds.of(type, row.require("id")), 1, values), own.keySet(), notes);
    }

    private String text(Attribute attribute, String cell, Map<String, String> notes) {
        if (attribute.kind() == AttributeKind.DAY || attribute.kind() == AttributeKind.PARTIAL_DATE) {
            return dates.iso(attribute.name(), cell);
        }
        if (attribute.kind() == AttributeKind.WORD) {
            String word = cell.toLowerCase(Locale.ROOT);
            return attribute.name().equals("gender") ? GENDERS.getOrDefault(word, word) : word;
        }
        Matcher extension = EXTENSION.matcher(cell);
        if (attribute.kind() == AttributeKind.PHONE && extension.matches()) {
            notes.put(attribute.name(), "taken without its extension " + extension.group(2));
            return extension.group(1);
        }
        return cell;
    }
}
