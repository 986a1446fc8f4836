package health.miadi.shared.logging;

/**
 * What the log tells of a request that was answered: nothing that a client could have written, but for the id beside it.
 *
 * @param account id of the account, or {@code -}
 * @param operation of the API
 * @param millis from its beginning to its end
 */
public record AnsweredRequest(String account, String operation, String method, int status, long millis) {
    /** As it stands in a log of text. */
    @Override
    public String toString() {
        return "account=" + account + " operation=" + operation + " method=" + method + " status=" + status + " millis="
                + millis;
    }
}
