package health.miadi.identity.boundary;

/**
 * A sign-in that waits for a person.
 *
 * @param location the provider's page, for the browser to go to; the cookie that came along must be in that browser
 */
public record GoogleStartResponse(String location) {
    /** Says nothing of the state in it. */
    @Override
    public String toString() {
        return "GoogleStartResponse";
    }
}
