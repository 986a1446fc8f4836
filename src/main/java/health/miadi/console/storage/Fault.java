package health.miadi.console.storage;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Why an object that is stored cannot be used: it is neither listed nor counted until it is repaired or removed (R-DATA-1).
 *
 * @param reasons what would be right, by the name of the attribute; never a value
 */
public record Fault(ObjectClass type, UUID id, Map<String, String> reasons) {
    /** One line for the person who works with the storage. */
    public String line() {
        return "[" + type.title() + "] (" + id + ") cannot be used until it is repaired or destroyed: "
                + reasons.entrySet().stream()
                        .map(reason -> reason.getKey().isEmpty()
                                ? reason.getValue()
                                : reason.getKey() + ": " + reason.getValue())
                        .collect(Collectors.joining("; "));
    }
}
