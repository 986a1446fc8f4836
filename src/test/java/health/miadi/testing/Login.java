package health.miadi.testing;

/** What somebody types to sign in. */
public record Login(String username, String password) {

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "Login";
    }
}
