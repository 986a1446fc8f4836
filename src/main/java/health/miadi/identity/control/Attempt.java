package health.miadi.identity.control;

import health.miadi.shared.hash.Sha256;
import java.util.UUID;

/**
 * An attempt to prove who one is, by what it counts against: the account's name from that place, the place, and the name
 * wherever from. Names that nobody has count like any other, so that nobody learns which there are.
 *
 * @param pair of the name and the place
 * @param place whoever's names are tried there
 * @param name wherever it is tried
 */
public record Attempt(byte[] pair, byte[] place, byte[] name) {
    /** Somebody signs in, or proves again who they are, with a password. */
    public static Attempt of(String login, Place place) {
        String name = LoginName.folded(login);
        return new Attempt(hash("pair", name, place.network()), hash("place", place.network()), nameKey(login));
    }

    /**
     * Somebody redeems a one-time code. It names no account, so that all three are the place: apart from the place's
     * passwords, so that those who mistype theirs still get in with a code.
     *
     * @param kind of the code
     */
    public static Attempt ofCode(String kind, Place place) {
        byte[] key = hash("code", kind, place.network());
        return new Attempt(key, key, key);
    }

    /**
     * Somebody who is signed in tries what others have. It counts against the account, wherever from: who shares the place has
     * nothing to do with it.
     *
     * @param kind of what is tried
     */
    public static Attempt ofAccount(String kind, UUID account) {
        byte[] key = hash("account", kind, account.toString());
        return new Attempt(key, key, key);
    }

    /** What all failures of that name count against, wherever from. */
    static byte[] nameKey(String login) {
        return hash("name", LoginName.folded(login));
    }

    private static byte[] hash(String... parts) {
        return Sha256.of(String.join("\n", parts));
    }

    /** Nothing of who or where. */
    @Override
    public String toString() {
        return "Attempt";
    }
}
