package health.miadi.identity.control;

import health.miadi.shared.refusal.Refusal;
import health.miadi.shared.settings.Configured;
import health.miadi.shared.settings.Setting;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a password must be, and its hash (R-AUTH-1): PBKDF2 with HMAC-SHA-512, salted, by the platform. */
@ApplicationScoped
public class Passwords {
    @Inject
    Pbkdf2PasswordHash hash;

    @Inject
    HashingGate gate;

    @Inject
    @Configured(Setting.PASSWORD_ITERATIONS)
    String iterations;

    @Inject
    @Configured(Setting.PASSWORD_WORDS)
    Optional<String> clinicWords;

    private PasswordTerms terms = new PasswordTerms(List.of());
    private String nobodys = "";

    @PostConstruct
    void initialize() {
        terms = new PasswordTerms(List.of(clinicWords.orElse("").split(",", -1)));
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
     * @param field where the password stands
     * @param names that its owner signs in with: whoever guesses tries them first
     * @throws Refusal {@code validation} when it is too short, too long, a common one or little more than a name; {@code unavailable} when too many
     *     are being hashed; no transaction should be open meanwhile
     */
    public String accept(String password, String field, String... names) {
        String normalized = PasswordTerms.normalized(password);
        refuse(field, terms.lengthObjection(normalized));
        return gate.pass(HashingGate.Share.OTHERS, () -> {
            // judging takes time as well: it needs a turn of its own as much as hashing (R-AUTH-12)
            refuse(field, terms.objection(normalized, names));
            return hash.generate(normalized.toCharArray());
        });
    }

    private static void refuse(String field, Optional<String> objection) {
        objection.ifPresent(said -> {
            throw Refusal.invalid(field, said);
        });
    }

    /**
     * Whether the password fits the hash. Without a hash it costs the same time and is never right, so that an unknown
     * user cannot be told from a wrong password. One that is too long for anybody's is never hashed.
     */
    boolean matches(String password, @Nullable String stored) {
        String normalized = PasswordTerms.normalized(password);
        if (!PasswordTerms.isBounded(normalized)) {
            return false;
        }
        boolean right = hash.verify(normalized.toCharArray(), stored == null ? nobodys : stored);
        return right && stored != null;
    }
}
