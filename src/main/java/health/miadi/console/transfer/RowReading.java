package health.miadi.console.transfer;

import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.StoredObject;
import java.util.Map;
import java.util.Set;

/** How the rows of one file become objects. */
interface RowReading {
    ObjectClass type();

    /** Which columns a file has. */
    CsvHead.Columns columns();

    /**
     * The object that a row is.
     *
     * @throws health.miadi.console.storage.InvalidAttributeException when it is none
     */
    ReadRow read(CsvRow row);

    /** Columns that are understood and not taken, and why. */
    default Map<String, String> leftOut() {
        return Map.of();
    }

    /** How often the file is gone through. */
    default int turns() {
        return 1;
    }

    /** In which turn, from 0, a row is taken. */
    default int turn(CsvRow row) {
        return 0;
    }

    /**
     * An object from a row.
     *
     * @param given the attributes of which the row says anything: an object that is known gets these
     * @param notes what was not taken of the row, by attribute
     */
    record ReadRow(StoredObject object, Set<String> given, Map<String, String> notes) {}
}
