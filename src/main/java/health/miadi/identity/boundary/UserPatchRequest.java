package health.miadi.identity.boundary;

import health.miadi.identity.control.LoginName;
import health.miadi.identity.entity.AccountTerms;
import health.miadi.identity.entity.Role;
import health.miadi.shared.refusal.FieldError;
import health.miadi.shared.refusal.Refusal;
import health.miadi.shared.validation.AsGiven;
import health.miadi.shared.validation.Patterns;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A JSON merge patch (RFC 7396): a member that is null removes the value, one that is missing leaves it as it is. */
@Schema(additionalProperties = Schema.False.class)
public class UserPatchRequest {
    @Schema(description = "Another name to sign in with")
    @Pattern(regexp = LoginName.PATTERN, message = LoginName.MESSAGE)
    @Size(min = 3, max = 254)
    private @Nullable String username;

    @Schema(
            nullable = true,
            description = "Another e-mail address, for its person as well; a username that is an address follows")
    @Pattern(regexp = Patterns.EMAIL, message = Patterns.EMAIL_MESSAGE)
    @Size(max = 254)
    private @Nullable String email;

    @Schema(description = "A new password: 12 to 128 characters, no common one")
    @Size(min = 12, max = 128)
    private @Nullable String password;

    @Schema(
            implementation = String.class,
            enumeration = {Role.Name.ADMIN, Role.Name.PROVIDER, Role.Name.PATIENT},
            description = "Another role")
    private @Nullable Role role;

    @Schema(
            implementation = String.class,
            format = "uuid",
            nullable = true,
            description = "The patient or provider whose account it is")
    private @Nullable UUID personId;

    @Schema(description = "Whether its owner can sign in")
    private @Nullable Boolean enabled;

    @Schema(hidden = true)
    private final Set<String> present = new HashSet<>();

    public void setUsername(@Nullable String username) {
        this.username = username;
        present.add("username");
    }

    public void setEmail(@Nullable String email) {
        this.email = email;
        present.add("email");
    }

    @AsGiven
    public void setPassword(@Nullable String password) {
        this.password = password;
        present.add("password");
    }

    public void setRole(@Nullable Role role) {
        this.role = role;
        present.add("role");
    }

    public void setPersonId(@Nullable UUID personId) {
        this.personId = personId;
        present.add("personId");
    }

    public void setEnabled(@Nullable Boolean enabled) {
        this.enabled = enabled;
        present.add("enabled");
    }

    /** The new password, null to keep the one it has. */
    @Nullable
    String newPassword() {
        return password;
    }

    /** The account's terms with this patch applied. */
    AccountTerms applied(AccountTerms before) {
        String address = present.contains("email") ? email : before.email();
        return new AccountTerms(
                username == null ? nameWith(address, before) : username,
                address,
                role == null ? before.role() : role,
                present.contains("personId") ? personId : before.personId(),
                enabled == null ? before.enabled() : enabled);
    }

    /** A name that is an address follows it (R-PERS-5). */
    private static String nameWith(@Nullable String address, AccountTerms before) {
        return before.isNamedByAddress() && address != null ? address : before.username();
    }

    /**
     * Checks that it removes nothing that an account cannot be without.
     *
     * @throws Refusal {@code validation} when it does
     */
    void requireComplete() {
        List<FieldError> errors = Stream.of(
                        removed("username", username),
                        removed("password", password),
                        removed("role", role),
                        removed("enabled", enabled))
                .flatMap(List::stream)
                .toList();
        if (!errors.isEmpty()) {
            throw Refusal.invalid(errors);
        }
    }

    private List<FieldError> removed(String member, @Nullable Object value) {
        return value == null && present.contains(member)
                ? List.of(new FieldError("/" + member, "cannot be removed"))
                : List.of();
    }

    /** Says nothing of the account. */
    @Override
    public String toString() {
        return "UserPatchRequest";
    }
}
