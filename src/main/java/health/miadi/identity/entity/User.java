package health.miadi.identity.entity;

import health.miadi.shared.persistence.VersionedEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account: a name to sign in with, a role, and the person whose account it is, if it is a person's. */
@Entity
@Table(name = "users")
public class User extends VersionedEntity {
    @Column(name = "username")
    private String username;

    @Column(name = "email")
    private @Nullable String email;

    @Column(name = "password_hash")
    private @Nullable String passwordHash;

    @Column(name = "role")
    private Role role;

    @Column(name = "enabled")
    private boolean enabled;

    @Column(name = "person_id")
    private @Nullable UUID personId;

    @Column(name = "openid_issuer")
    private @Nullable String openIdIssuer;

    @Column(name = "openid_subject")
    private @Nullable String openIdSubject;

    @Column(name = "has_second_factor")
    private boolean hasSecondFactor;

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    protected User() {}

    /**
     * A new, enabled account.
     *
     * @param username unique, whatever its case; one with an {@code @} is the account's own e-mail address
     * @param passwordHash what {@code Pbkdf2PasswordHash} made of the password, null for an account without one
     * @param personId whose account it is; a person has one at most
     */
    public User(
            String username,
            @Nullable String email,
            @Nullable String passwordHash,
            Role role,
            @Nullable UUID personId,
            Instant now) {
        super(now);
        this.username = username;
        this.email = email;
        this.passwordHash = passwordHash;
        this.role = role;
        this.enabled = true;
        this.personId = personId;
    }

    /** A new account on those terms. */
    public User(AccountTerms terms, @Nullable String passwordHash, Instant now) {
        this(terms.username(), terms.email(), passwordHash, terms.role(), terms.personId(), now);
        this.enabled = terms.enabled();
    }

    /** What an admin decided about it. */
    public AccountTerms terms() {
        return new AccountTerms(username, email, role, personId, enabled);
    }

    /** Goes on under other terms. */
    public void agree(AccountTerms terms, Instant now) {
        this.username = terms.username();
        this.email = terms.email();
        this.role = terms.role();
        this.personId = terms.personId();
        this.enabled = terms.enabled();
        touch(now);
    }

    public String username() {
        return username;
    }

    public @Nullable String email() {
        return email;
    }

    /** The hash of the password with its parameters and salt, null when the account has none. */
    public @Nullable String passwordHash() {
        return passwordHash;
    }

    /**
     * Sets another password. All sessions of the account end with it (R-AUTH-3).
     *
     * @param hash what {@code Pbkdf2PasswordHash} made of the password
     */
    public void changePassword(String hash, Instant now) {
        passwordHash = hash;
        touch(now);
    }

    public Role role() {
        return role;
    }

    /** False when an admin has closed the account: it cannot sign in. */
    public boolean isEnabled() {
        return enabled;
    }

    public @Nullable UUID personId() {
        return personId;
    }

    /** Whether a password alone opens no session of it (R-AUTH-10). */
    public boolean hasSecondFactor() {
        return hasSecondFactor;
    }

    /** Asks for a second factor besides the password from now on. */
    public void askForSecondFactor(Instant now) {
        hasSecondFactor = true;
        touch(now);
    }

    /** Asks for the password only from now on. */
    public void askForPasswordOnly(Instant now) {
        hasSecondFactor = false;
        touch(now);
    }

    /** Whether the user can sign in with an account at an OpenID provider (R-AUTH-4). */
    public boolean isLinkedToOpenId() {
        return openIdSubject != null;
    }

    /** The OpenID provider where the user has the account to sign in with, null without one. */
    public @Nullable String openIdIssuer() {
        return openIdIssuer;
    }

    /** That provider's name for the account there. */
    public @Nullable String openIdSubject() {
        return openIdSubject;
    }

    /** Whether the user signs in with that account at that provider. */
    public boolean isLinkedTo(String issuer, String subject) {
        return issuer.equals(openIdIssuer) && subject.equals(openIdSubject);
    }

    /**
     * Lets the user sign in with that account at an OpenID provider, instead of any other there.
     *
     * @param subject the provider's name for the account, unique there and never given to another
     */
    public void linkToOpenId(String issuer, String subject, Instant now) {
        this.openIdIssuer = issuer;
        this.openIdSubject = subject;
        touch(now);
    }

    /** Lets the user sign in with no account at an OpenID provider any more. */
    public void unlinkFromOpenId(Instant now) {
        this.openIdIssuer = null;
        this.openIdSubject = null;
        touch(now);
    }
}
