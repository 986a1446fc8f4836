package health.miadi.identity.control;

import com.nulabinc.zxcvbn.Zxcvbn;
import health.miadi.shared.problem.Refusal;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What a password must be, and its hash (R-AUTH-1): PBKDF2 with HMAC-SHA-512, salted, by the platform. */
@ApplicationScoped
public class Passwords {
    /** The shortest password, in characters. */
    public static final int SHORTEST = 12;
    /** The longest password, in characters. */
    public static final int LONGEST = 128;

    /** Up to this score a password is among the first million guesses: a common one, or a play on one. */
    private static final int COMMON = 1;
    /** Strength is judged by the beginning: a strong beginning is enough, and judging takes time. */
    private static final int JUDGED = 40;

    /** 128 characters of four bytes each: what is longer is nobody's password. */
    private static final int MOST_BYTES = 4 * LONGEST;

    private final Zxcvbn strength = new Zxcvbn();

    @Inject
    Pbkdf2PasswordHash hash;

    @Inject
    HashingGate gate;

    @Inject
    @ConfigProperty(name = "miadi.password.iterations", defaultValue = "210000")
    String iterations;

    private String nobodys = "";

    @PostConstruct
    void initialize() {
        hash.initialize(Map.of(
                "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
                "Pbkdf2PasswordHash.Iterations", iterations,
                "Pbkdf2PasswordHash.SaltSizeBytes", "32",
                "Pbkdf2PasswordHash.KeySizeBytes", "64"));
        nobodys = hash.generate(UUID.randomUUID().toString().toCharArray());
    }

    /**
     * The hash of a new password, with parameters and salt.
     *
     * @param pointer where the password stands in the request
     * @param names that its owner signs in with: whoever guesses tries them first
     * @throws Refusal {@code validation} when it is too short, too long, a common one or little more than a name; {@code unavailable} when too many
     *     are being hashed; no transaction should be open meanwhile
     */
    public String accept(String password, String pointer, String... names) {
        String normalized = normalized(password);
        int characters = normalized.codePointCount(0, normalized.length());
        if (characters < SHORTEST || characters > LONGEST || !isBounded(normalized)) {
            throw Refusal.invalid(pointer, "must have " + SHORTEST + " to " + LONGEST + " characters");
        }
        List<String> guessedFirst =
                Arrays.stream(names).map(Passwords::beginning).toList();
        if (strength.measure(beginning(normalized), guessedFirst).getScore() <= COMMON) {
            throw Refusal.invalid(pointer, "is among the first that others would guess; choose another");
        }
        return gate.pass(() -> hash.generate(normalized.toCharArray()));
    }

    /**
     * Whether the password fits the hash. Without a hash it costs the same time and is never right, so that an unknown
     * user cannot be told from a wrong password. One that is too long for anybody's is never hashed.
     */
    boolean matches(String password, @Nullable String stored) {
        String normalized = normalized(password);
        if (!isBounded(normalized)) {
            return false;
        }
        boolean right = hash.verify(normalized.toCharArray(), stored == null ? nobodys : stored);
        return right && stored != null;
    }

    /** As much of it as is judged: measuring takes longer than linear time. */
    private static String beginning(String text) {
        return text.substring(0, Math.min(JUDGED, text.length()));
    }

    /** The same password however the keyboard composes its letters (NFKC, as NIST SP 800-63B advises); cut if absurd. */
    static String normalized(String password) {
        String bounded = password.length() <= MOST_BYTES ? password : password.substring(0, MOST_BYTES + 1);
        return Normalizer.normalize(bounded, Normalizer.Form.NFKC);
    }

    private static boolean isBounded(String password) {
        return password.length() <= MOST_BYTES && password.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
    }
}
