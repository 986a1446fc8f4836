package health.miadi.identity.control;

import health.miadi.audit.control.AuditTrail;
import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.identity.entity.Role;
import health.miadi.identity.entity.User;
import health.miadi.shared.refusal.Refusal;
import health.miadi.shared.settings.Configured;
import health.miadi.shared.settings.Setting;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a clinic gets its first admin (R-AUTH-9): from configuration, or by a one-time code that a starting node writes to its
 * log. Once there is an admin there is neither.
 */
@Stateless
public class AdminSetup {
    @Inject
    UserRepository users;

    @Inject
    OneTimeCodeRepository codes;

    @Inject
    Passwords passwords;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    @Inject
    @Configured(Setting.SETUP_CODE_HOURS)
    int codeHours;

    /** Whether the clinic has an admin. */
    public boolean isDone() {
        return users.anyWith(Role.ADMIN);
    }

    /**
     * Opens the configured account, unless there is an admin. Nodes that start together open it once.
     *
     * @throws Refusal {@code validation} for a password that R-AUTH-1 does not allow, {@code duplicate} for a taken name
     */
    public void openConfigured(String username, String password) {
        users.lockAdmins();
        if (!isDone()) {
            String hash = passwords.accept(password, "MIADI_ADMIN_PASSWORD", username);
            User admin = new User(username, email(username), hash, Role.ADMIN, null, clock.instant());
            users.add(admin);
            audit.record(AuditAction.CREATED, AuditedEntity.USER, admin.id());
        }
    }

    /** A code for the first admin; empty when there is one. Several nodes have a code each. */
    public Optional<IssuedCode> issueCode() {
        if (isDone()) {
            return Optional.empty();
        }
        OneTimeCode code = OneTimeCode.random();
        Instant expiresAt = clock.instant().plus(Duration.ofHours(codeHours));
        codes.addSetup(code.hash(), expiresAt);
        return Optional.of(new IssuedCode(code, expiresAt));
    }

    /** Whether the code would open the first admin's account. */
    public boolean knows(OneTimeCode code) {
        return codes.hasSetup(code.hash(), clock.instant());
    }

    /**
     * Opens the first admin's account and makes all codes worthless.
     *
     * @return empty when the code does not work, or another admin was faster
     * @throws Refusal {@code duplicate} for a taken name
     */
    public Optional<User> complete(OneTimeCode code, String username, String passwordHash) {
        users.lockAdmins();
        if (isDone() || !knows(code)) {
            return Optional.empty();
        }
        User admin = new User(username, email(username), passwordHash, Role.ADMIN, null, clock.instant());
        users.add(admin);
        audit.record(AuditAction.CREATED, AuditedEntity.USER, admin.id());
        codes.dropSetups();
        return Optional.of(admin);
    }

    private static @Nullable String email(String username) {
        return username.indexOf('@') < 0 ? null : username;
    }
}
