package health.miadi.patient.control;

import health.miadi.audit.control.AuditTrail;
import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.identity.control.UserRepository;
import health.miadi.identity.control.openid.OpenIdIdentity;
import health.miadi.identity.control.openid.OpenIdLinks;
import health.miadi.identity.entity.AccountFact;
import health.miadi.identity.entity.Confirmed;
import health.miadi.identity.entity.PersonalDetails;
import health.miadi.identity.entity.Role;
import health.miadi.identity.entity.User;
import health.miadi.patient.entity.Patient;
import health.miadi.shared.refusal.Refusal;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Registers patients whom an OpenID provider vouches for: a file and an account without a password, in one transaction. The
 * provider tells no date of birth, so the file has none until the patient adds it.
 */
@Stateless
@PermitAll
public class OpenIdRegistration {
    @Inject
    UserRepository users;

    @Inject
    PatientRepository patients;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /**
     * The account that is linked to that account at the provider.
     *
     * @throws Refusal {@code account-closed}
     */
    public Optional<User> find(OpenIdIdentity identity) {
        Optional<User> user = users.byOpenId(identity.issuer(), identity.subject());
        user.ifPresent(OpenIdLinks::requireEnabled);
        return user;
    }

    /**
     * Opens an account for somebody who has none.
     *
     * @throws Refusal {@code account-conflict} when the e-mail address belongs to another account; {@code duplicate} when
     *     it belongs to somebody's file, or somebody was faster
     */
    public User register(OpenIdIdentity identity) {
        if (users.byLogin(identity.email()).isPresent()) {
            throw Refusal.of(
                    AccountFact.ACCOUNT_CONFLICT,
                    "R-AUTH-4",
                    "Another account has this e-mail address. Sign in to it with its password; then you can link Google.");
        }
        Instant now = clock.instant();
        PersonalDetails details = new PersonalDetails(
                identity.name().first(), identity.name().last(), null, null, null, identity.email(), null);
        Patient patient = new Patient(details, patients.nextNumber(), now);
        patients.add(patient);
        audit.record(AuditAction.CREATED, AuditedEntity.PATIENT, patient.id());
        User user = new User(identity.email(), identity.email(), null, Role.PATIENT, patient.id(), now);
        user.linkToOpenId(identity.issuer(), identity.subject(), now);
        users.add(user);
        // the provider vouches for it (R-PERS-2)
        patient.confirm(new Confirmed(false, true, false), user.id(), now);
        audit.record(AuditAction.CREATED, AuditedEntity.USER, user.id());
        return user;
    }
}
