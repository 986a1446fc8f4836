package health.miadi.console.storage;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which values of an object are claims (R-PERS-2): what somebody says of themselves, and staff did not confirm. Their names stand in one
 * attribute, apart by spaces. What was written before there was such an attribute was unique, and so all of it is confirmed.
 */
public final class Claims {
    /** The attribute that names them; an object without any has none. */
    public static final String ATTRIBUTE = "unconfirmed";

    private Claims() {}

    /** Their names. */
    public static Set<String> of(StoredObject object) {
        return object.value(ATTRIBUTE)
                .map(names -> Set.copyOf(List.of(names.toString().trim().split("\\s+"))))
                .orElse(Set.of());
    }

    /** What names them, without those that another value was given for: whoever sits at the console confirms what they enter. */
    public static Optional<Object> without(StoredObject object, Set<String> entered) {
        Set<String> left = new LinkedHashSet<>(
                List.of(object.value(ATTRIBUTE).map(Object::toString).orElse("").split("\\s+")));
        left.removeIf(name -> name.isEmpty() || entered.contains(name));
        return left.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", left));
    }
}
