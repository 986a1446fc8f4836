package health.miadi.privacy.boundary;

import health.miadi.appointment.entity.Hold;
import health.miadi.identity.control.Passkey;
import health.miadi.identity.control.SessionClient;
import health.miadi.identity.control.SessionRepository;
import health.miadi.identity.entity.ConfirmedSince;
import health.miadi.identity.entity.Gender;
import health.miadi.identity.entity.PersonalDetails;
import health.miadi.identity.entity.Role;
import health.miadi.identity.entity.User;
import health.miadi.insurance.entity.InsuranceCover;
import health.miadi.insurance.entity.Policy;
import health.miadi.patient.control.EmergencyOpening;
import health.miadi.patient.entity.Patient;
import health.miadi.privacy.control.AuditedAccess;
import health.miadi.shared.time.PartialDate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is held about a patient.
 *
 * @param exportedAt when it was put together; what changes meanwhile may be in it or not
 * @param account with which the patient signs in, null without one
 * @param sessions of the account, until some time after their end
 * @param passkeys of the account: what they are called and when they were used; their keys say nothing of the patient
 * @param records null in an export that an admin makes: nobody but patient and provider reads them (R-REC-2)
 * @param emergencies who opened the file in an emergency, and why, the latest first
 * @param audit who read or changed any of it, or tried to, and what the account did
 */
public record PatientExportResponse(
        Instant exportedAt,
        ExportedPerson person,
        @Nullable ExportedAccount account,
        List<ExportedSession> sessions,
        List<ExportedPasskey> passkeys,
        List<ExportedCover> insurance,
        List<ExportedAppointment> appointments,
        List<ExportedHold> holds,
        @Nullable List<ExportedRecord> records,
        List<ExportedEmergency> emergencies,
        List<ExportedAccess> audit) {
    /** Says nothing of the patient. */
    @Override
    public String toString() {
        return "PatientExportResponse";
    }

    /**
     * Who the patient is.
     *
     * @param phoneConfirmedAt since when the clinic is sure of it; null for what the patient claims (R-PERS-2)
     */
    public record ExportedPerson(
            UUID id,
            String patientNumber,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable PartialDate dateOfBirth,
            @Nullable Gender gender,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String nationalId,
            @Nullable Instant phoneConfirmedAt,
            @Nullable Instant emailConfirmedAt,
            @Nullable Instant nationalIdConfirmedAt,
            Instant createdAt,
            Instant updatedAt) {
        static ExportedPerson from(Patient patient) {
            PersonalDetails of = patient.details();
            ConfirmedSince since = patient.confirmedSince();
            return new ExportedPerson(
                    patient.id(),
                    patient.patientNumber(),
                    of.firstName(),
                    of.lastName(),
                    of.dateOfBirth(),
                    of.gender(),
                    of.phone(),
                    of.email(),
                    of.nationalId(),
                    since.phone(),
                    since.email(),
                    since.nationalId(),
                    patient.createdAt(),
                    patient.updatedAt());
        }

        /** The id, and nothing of the person. */
        @Override
        public String toString() {
            return "ExportedPerson " + id;
        }
    }

    /**
     * The account with which a patient signs in.
     *
     * @param hasPassword whether it has one; it is kept as a hash only
     * @param hasSecondFactor whether it has one besides the password, whose secrets nobody is told
     * @param openIdIssuer the provider, such as Google, where the patient can sign in
     * @param openIdSubject that provider's name for the patient
     */
    public record ExportedAccount(
            UUID id,
            String username,
            @Nullable String email,
            Role role,
            boolean enabled,
            boolean hasPassword,
            boolean hasSecondFactor,
            @Nullable String openIdIssuer,
            @Nullable String openIdSubject,
            Instant createdAt,
            Instant updatedAt) {
        static ExportedAccount from(User user) {
            return new ExportedAccount(
                    user.id(),
                    user.username(),
                    user.email(),
                    user.role(),
                    user.isEnabled(),
                    user.passwordHash() != null,
                    user.hasSecondFactor(),
                    user.openIdIssuer(),
                    user.openIdSubject(),
                    user.createdAt(),
                    user.updatedAt());
        }

        /** The id, and nothing of the account. */
        @Override
        public String toString() {
            return "ExportedAccount " + id;
        }
    }

    /**
     * A time for which a patient was signed in.
     *
     * @param renewedAt when it was last renewed, null if never
     * @param endedAt null while it goes on
     * @param browser whether it is kept in a browser's cookie
     * @param program with which the patient was signed in; null when it does not say, and once the session has ended
     * @param system that the program runs on; null likewise
     * @param network from where; null likewise
     */
    public record ExportedSession(
            Instant openedAt,
            Instant expiresAt,
            @Nullable Instant renewedAt,
            @Nullable Instant endedAt,
            boolean browser,
            @Nullable String program,
            @Nullable String system,
            @Nullable String network) {
        static ExportedSession from(SessionRepository.Span span) {
            SessionClient client = span.client();
            return new ExportedSession(
                    span.openedAt(),
                    span.expiresAt(),
                    span.renewedAt(),
                    span.endedAt(),
                    span.isBrowsers(),
                    client.program(),
                    client.system(),
                    client.network());
        }

        /** Nothing of the patient. */
        @Override
        public String toString() {
            return "ExportedSession";
        }
    }

    /**
     * A passkey with which a patient signs in.
     *
     * @param backedUp whether the patient's password manager keeps it
     * @param usedAt when it was last used, null if never
     */
    public record ExportedPasskey(
            UUID id,
            String name,
            boolean backedUp,
            Instant createdAt,
            @Nullable Instant usedAt) {
        static ExportedPasskey from(Passkey passkey) {
            return new ExportedPasskey(
                    passkey.id(), passkey.name(), passkey.backedUp(), passkey.createdAt(), passkey.usedAt());
        }

        /** The id alone. */
        @Override
        public String toString() {
            return "ExportedPasskey " + id;
        }
    }

    /** A patient's insurance cover. */
    public record ExportedCover(
            UUID id,
            String insurer,
            String policyNumber,
            @Nullable Instant policyNumberConfirmedAt,
            LocalDate expiryDate,
            Instant createdAt,
            Instant updatedAt) {
        static ExportedCover from(InsuranceCover cover) {
            Policy policy = cover.policy();
            return new ExportedCover(
                    cover.id(),
                    policy.insurer(),
                    policy.number(),
                    cover.confirmedSince(),
                    policy.expiryDate(),
                    cover.createdAt(),
                    cover.updatedAt());
        }

        /** The id, and nothing of the patient. */
        @Override
        public String toString() {
            return "ExportedCover " + id;
        }
    }

    /** A time that was held for a patient; it is forgotten a day after it has ended. */
    public record ExportedHold(UUID id, UUID providerId, Instant start, Instant end, Instant expiresAt) {
        static ExportedHold from(Hold hold) {
            return new ExportedHold(
                    hold.id(),
                    hold.providerId(),
                    hold.time().start(),
                    hold.time().end(),
                    hold.expiresAt());
        }
    }

    /**
     * That a provider who did not see the patient opened the file in an emergency.
     *
     * @param reason as the provider gave it
     * @param expiresAt until when the provider saw the patient by it
     */
    public record ExportedEmergency(UUID id, UUID providerId, String reason, Instant openedAt, Instant expiresAt) {
        static ExportedEmergency from(EmergencyOpening opening) {
            return new ExportedEmergency(
                    opening.id(), opening.providerId(), opening.reason(), opening.openedAt(), opening.expiresAt());
        }

        /** The id, and nothing of the reason. */
        @Override
        public String toString() {
            return "ExportedEmergency " + id;
        }
    }

    /**
     * Something that was done, or tried, with a patient's data or by the patient.
     *
     * @param entity what kind of thing it was done to
     * @param actorId the account that did it, null for the application itself
     * @param actorRole its role then
     * @param outcome {@code done} or {@code refused}
     * @param detail what the application adds: the fields that changed, with what somebody signed in
     */
    public record ExportedAccess(
            Instant at,
            String action,
            String entity,
            @Nullable UUID entityId,
            @Nullable UUID actorId,

            @Schema(enumeration = {"admin", "provider", "patient", "system", "anonymous"})
            String actorRole,

            @Schema(enumeration = {"done", "refused"}) String outcome,
            @Nullable String reason,
            @Nullable String detail) {
        static ExportedAccess from(AuditedAccess access) {
            return new ExportedAccess(
                    access.at(),
                    access.action(),
                    access.entity(),
                    access.entityId(),
                    access.actorId(),
                    access.actorRole(),
                    access.outcome(),
                    access.reason(),
                    access.detail());
        }

        /** When it was, and nothing of the reason. */
        @Override
        public String toString() {
            return "ExportedAccess at " + at;
        }
    }
}
