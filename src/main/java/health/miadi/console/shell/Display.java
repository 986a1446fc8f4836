package health.miadi.console.shell;

import health.miadi.console.storage.Attribute;
import health.miadi.console.storage.StoredObject;
import health.miadi.console.storage.Trait;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows what commands found or did. Secrets are never shown, and confidential text as {@value #CONFIDENTIAL}. */
interface Display {
    /** What stands in the place of a text that the console does not show (R-REC-2). */
    String CONFIDENTIAL = "(confidential)";

    void one(StoredObject object);

    /**
     * Shows several; walks the stream and leaves closing it to the caller.
     *
     * @param dotted whether they were asked for as {@code Class.all()}
     */
    void many(Stream<StoredObject> objects, boolean dotted);

    void count(long count);

    /**
     * An object was made.
     *
     * @param stranded the appointments that lie outside working time since (R-AVAIL-4)
     */
    void made(StoredObject object, List<StoredObject> stranded);

    /**
     * An object was changed or removed, which needs no word but in JSON.
     *
     * @param stranded the appointments that lie outside working time since (R-AVAIL-4)
     */
    void done(String className, UUID id, List<StoredObject> stranded);

    /** Names them beside the outcome, of which scripts expect an id or nothing. */
    static void tellStranded(Screen screen, List<StoredObject> stranded) {
        stranded.forEach(visit ->
                screen.error("** outside working time now: " + visit.type().title() + " " + visit.id() + ", "
                        + visit.attributes().get("start") + " **"));
    }

    /** The value that people see, or null when they see none of it. */
    static @Nullable Object shown(Attribute attribute, StoredObject object) {
        if (!attribute.isShown()) {
            return null;
        }
        Object value = object.attributes().get(attribute.name());
        return value != null && attribute.is(Trait.CONFIDENTIAL) ? CONFIDENTIAL : value;
    }
}
