package health.miadi.console.transfer;

/** The names in an export (ADR 0026). A change that older readers would misread counts the version up. */
final class ExportFormat {
    static final String NAME = "miadi-clinic";
    static final int VERSION = 1;

    static final String FORMAT = "format";
    static final String FORMAT_VERSION = "version";
    static final String EXPORTED_AT = "exportedAt";
    static final String COUNTS = "counts";
    static final String OBJECTS = "objects";
    static final String CLASS = "class";
    static final String ID = "id";
    static final String OBJECT_VERSION = "version";

    private ExportFormat() {}
}
