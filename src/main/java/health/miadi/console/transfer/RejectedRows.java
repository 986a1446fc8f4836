package health.miadi.console.transfer;

import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rejects of one file, with columns as that file calls them. */
final class RejectedRows {
    private final Rejects rejects;
    private final String file;
    private final @Nullable CsvHead head;

    /**
     * @param head null for a file without columns
     */
    RejectedRows(Rejects rejects, String file, @Nullable CsvHead head) {
        this.rejects = rejects;
        this.file = file;
        this.head = head;
    }

    /** A row that is left out. */
    void refuse(long row, String attribute, String reason) {
        rejects.add(file, row, column(attribute), "rejected", reason);
    }

    /** A part of a row that is left out. */
    void note(long row, String attribute, String reason) {
        rejects.add(file, row, column(attribute), "note", reason);
    }

    /** An object that is known and got other values. */
    void changed(long row, Collection<String> attributes) {
        rejects.add(
                file,
                row,
                attributes.stream().sorted().map(this::column).collect(Collectors.joining(" ")),
                "changed",
                "");
    }

    private String column(String attribute) {
        return head == null ? attribute : head.column(attribute);
    }
}
