package health.miadi.shared.refusal;

/**
 * One refused value: of which field and what is wrong with it, never the value itself.
 *
 * @param field its name, empty for the whole; where it stands in a request, the door finds out
 * @param message what would be right
 */
public record FieldError(String field, String message) {}
