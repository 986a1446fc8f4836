package health.miadi.shared.problem;

/**
 * One refused value of a request: where it stands and what is wrong with it, never the value itself.
 *
 * @param pointer a JSON pointer into the body (RFC 6901), or the name of a query parameter or header
 * @param message what would be right
 */
public record FieldError(String pointer, String message) {}
