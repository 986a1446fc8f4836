package health.miadi.identity.control;

import com.nulabinc.zxcvbn.Zxcvbn;
import health.miadi.shared.problem.Refusal;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
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

    private final Zxcvbn strength = new Zxcvbn();

    @Inject
    Pbkdf2PasswordHash hash;

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
     * @throws Refusal {@code validation} when it is too short, too long or a common one
     */
    public String accept(String password, String pointer) {
        int characters = password.codePointCount(0, password.length());
        if (characters < SHORTEST || characters > LONGEST) {
            throw Refusal.invalid(pointer, "must have " + SHORTEST + " to " + LONGEST + " characters");
        }
        String judged = password.substring(0, Math.min(JUDGED, password.length()));
        if (strength.measure(judged).getScore() <= COMMON) {
            throw Refusal.invalid(pointer, "is among the first that others would guess; choose another");
        }
        return hash.generate(password.toCharArray());
    }

    /**
     * Whether the password fits the hash. Without a hash it costs the same time and is never right, so that an unknown
     * user cannot be told from a wrong password.
     */
    public boolean fits(String password, @Nullable String stored) {
        boolean right = hash.verify(password.toCharArray(), stored == null ? nobodys : stored);
        return right && stored != null;
    }
}
