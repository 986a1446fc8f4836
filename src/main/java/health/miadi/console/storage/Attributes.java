package health.miadi.console.storage;

import static health.miadi.console.storage.AttributeKind.BOOLEAN;
import static health.miadi.console.storage.AttributeKind.DAY;
import static health.miadi.console.storage.AttributeKind.EMAIL;
import static health.miadi.console.storage.AttributeKind.END_TIME;
import static health.miadi.console.storage.AttributeKind.INSTANT;
import static health.miadi.console.storage.AttributeKind.INTEGER;
import static health.miadi.console.storage.AttributeKind.LINES;
import static health.miadi.console.storage.AttributeKind.LOGIN;
import static health.miadi.console.storage.AttributeKind.OPAQUE;
import static health.miadi.console.storage.AttributeKind.PARTIAL_DATE;
import static health.miadi.console.storage.AttributeKind.PHONE;
import static health.miadi.console.storage.AttributeKind.REFERENCE;
import static health.miadi.console.storage.AttributeKind.TEXT;
import static health.miadi.console.storage.AttributeKind.TIME;
import static health.miadi.console.storage.AttributeKind.WORD;
import static health.miadi.console.storage.AttributeKind.ZONE;
import static health.miadi.console.storage.Trait.CONFIDENTIAL;
import static health.miadi.console.storage.Trait.FIXED;
import static health.miadi.console.storage.Trait.HIDDEN;
import static health.miadi.console.storage.Trait.LATER;
import static health.miadi.console.storage.Trait.ONE_NEEDED;
import static health.miadi.console.storage.Trait.READ_ONLY;
import static health.miadi.console.storage.Trait.REQUIRED;
import static health.miadi.console.storage.Trait.SECRET;
import static health.miadi.console.storage.Trait.UNIQUE;
import static health.miadi.console.storage.Trait.WRITE_ONLY;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The attributes of every class: the one list that describing, completing, prompting, checking and writing read. */
final class Attributes {
    private static final int MAX_EMAIL = 254;
    private static final Map<ObjectClass, List<Attribute>> ALL = new EnumMap<>(ObjectClass.class);

    static {
        put(ObjectClass.PATIENT, patient());
        put(ObjectClass.PROVIDER, provider());
        put(ObjectClass.USER, user());
        put(ObjectClass.APPOINTMENT_TYPE, appointmentType());
        put(ObjectClass.AVAILABILITY, availability());
        put(ObjectClass.EXCEPTION, exception());
        put(ObjectClass.INSURANCE, insurance());
        put(ObjectClass.APPOINTMENT, appointment());
        put(ObjectClass.MEDICAL_RECORD, medicalRecord());
    }

    private Attributes() {}

    static List<Attribute> of(ObjectClass type) {
        return ALL.getOrDefault(type, List.of());
    }

    private static void put(ObjectClass type, List<Attribute> own) {
        List<Attribute> all = new ArrayList<>(own);
        all.add(Attribute.of("createdAt", INSTANT, "when it was made", READ_ONLY));
        all.add(Attribute.of("updatedAt", INSTANT, "when it was changed last", READ_ONLY));
        ALL.put(type, List.copyOf(all));
    }

    private static List<Attribute> patient() {
        return List.of(
                Attribute.of("patientNumber", TEXT, "the clinic's number, PAT-000123", READ_ONLY, UNIQUE)
                        .range(1, 40),
                firstName(),
                lastName(),
                Attribute.of("dateOfBirth", PARTIAL_DATE, "not in the future"),
                gender(),
                phone(),
                Attribute.of("email", EMAIL, "e-mail address", UNIQUE).range(3, MAX_EMAIL),
                Attribute.of("nationalId", TEXT, "national id", UNIQUE).range(1, 40),
                unconfirmed());
    }

    private static List<Attribute> provider() {
        return List.of(
                firstName(),
                lastName(),
                Attribute.of("cadre", TEXT, "doctor, nurse, clinical officer …", REQUIRED)
                        .range(1, 100),
                Attribute.of("specialization", TEXT, "what they are specialized in")
                        .range(1, 100),
                Attribute.of("timeZone", ZONE, "whose wall clock the working hours follow", REQUIRED)
                        .range(1, 64),
                gender(),
                phone(),
                Attribute.of("email", EMAIL, "e-mail address", UNIQUE).range(3, MAX_EMAIL),
                Attribute.of("active", BOOLEAN, "whether they take appointments")
                        .or(true),
                unconfirmed());
    }

    private static Attribute unconfirmed() {
        return Attribute.of(
                        Claims.ATTRIBUTE,
                        TEXT,
                        "which attributes are what somebody claims, and nobody confirmed yet (R-PERS-2)",
                        READ_ONLY)
                .range(1, 100);
    }

    private static Attribute firstName() {
        return Attribute.of("firstName", TEXT, "given names", ONE_NEEDED).range(1, 120);
    }

    private static Attribute lastName() {
        return Attribute.of("lastName", TEXT, "family name", ONE_NEEDED).range(1, 120);
    }

    private static Attribute gender() {
        return Attribute.of("gender", WORD, "administrative gender").words("female", "male", "other", "unknown");
    }

    private static Attribute phone() {
        return Attribute.of("phone", PHONE, "7 to 15 digits", UNIQUE).range(7, 30);
    }

    private static List<Attribute> user() {
        return List.of(
                Attribute.of("username", LOGIN, "the account's e-mail address, or a name without @", REQUIRED, UNIQUE)
                        .range(3, MAX_EMAIL),
                Attribute.of("email", EMAIL, "serves to sign in, too; its person has the same", UNIQUE)
                        .range(3, MAX_EMAIL),
                Attribute.of("password", OPAQUE, "12 to 128 characters, no common one", SECRET)
                        .range(12, 128),
                Attribute.of("role", WORD, "what the account is for", REQUIRED).words("admin", "provider", "patient"),
                Attribute.of("personId", REFERENCE, "whose account it is; required but for admins", UNIQUE)
                        .refersTo("Provider", "Patient"),
                Attribute.of("enabled", BOOLEAN, "whether its owner can sign in")
                        .or(true),
                Attribute.of("passwordHash", OPAQUE, "what the password was hashed to", HIDDEN),
                Attribute.of("openIdIssuer", OPAQUE, "at which provider the owner signs in, too", HIDDEN),
                Attribute.of("openIdSubject", OPAQUE, "as whom", HIDDEN));
    }

    private static List<Attribute> appointmentType() {
        return List.of(
                Attribute.of("name", TEXT, "its name", REQUIRED, UNIQUE).range(1, 100),
                Attribute.of("durationMinutes", INTEGER, "how long it takes", REQUIRED)
                        .range(5, 480),
                Attribute.of("slotIntervalMinutes", INTEGER, "distance of the offered starts")
                        .range(5, 240)
                        .or(15),
                Attribute.of("bufferBeforeMinutes", INTEGER, "kept free before it")
                        .range(0, 240)
                        .or(0),
                Attribute.of("bufferAfterMinutes", INTEGER, "kept free after it")
                        .range(0, 240)
                        .or(0),
                Attribute.of("minNoticeMinutes", INTEGER, "how far ahead it starts at least")
                        .range(0, 43_200),
                Attribute.of("maxHorizonDays", INTEGER, "how far ahead it starts at most")
                        .range(1, 730),
                Attribute.of("maxPerDay", INTEGER, "how many a provider takes on a day")
                        .range(1, 500),
                Attribute.of("patientsMayBook", BOOLEAN, "whether patients book it themselves")
                        .or(true));
    }

    private static List<Attribute> availability() {
        return List.of(
                providerId(FIXED),
                Attribute.of("dayOfWeek", WORD, "the weekday on which it begins", REQUIRED)
                        .words("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
                Attribute.of("startTime", TIME, "09:00, on the provider's wall clock", REQUIRED),
                Attribute.of("endTime", END_TIME, "17:00; not after startTime: on the next day", REQUIRED),
                Attribute.of("validFrom", DAY, "the first day on which it may begin"),
                Attribute.of("validUntil", DAY, "the last day on which it may begin"));
    }

    private static List<Attribute> exception() {
        return List.of(
                providerId(FIXED),
                Attribute.of("kind", WORD, "away, or extra hours", REQUIRED).words("absent", "extra"),
                Attribute.of("extent", WORD, "each day, or through from start to end", LATER)
                        .words("each_day", "through")
                        .or("each_day"),
                Attribute.of("startDate", DAY, "the first day", REQUIRED),
                Attribute.of("endDate", DAY, "the last day", REQUIRED),
                Attribute.of("startTime", TIME, "from when; extra hours and what runs through need it"),
                Attribute.of("endTime", END_TIME, "until when; extra hours and what runs through need it"),
                Attribute.of("reason", LINES, "why").range(1, 500));
    }

    private static List<Attribute> insurance() {
        return List.of(
                patientId(),
                Attribute.of("insurer", TEXT, "the insurer's name", REQUIRED).range(1, 120),
                Attribute.of("policyNumber", TEXT, "the policy's number", REQUIRED, UNIQUE)
                        .range(1, 60),
                Attribute.of("expiryDate", DAY, "the last day on which it is valid", REQUIRED),
                unconfirmed());
    }

    private static List<Attribute> appointment() {
        return List.of(
                providerId(),
                patientId(),
                Attribute.of("appointmentTypeId", REFERENCE, "what kind", FIXED).refersTo("AppointmentType"),
                Attribute.of("start", INSTANT, "2026-11-23T09:00:00+03:00", REQUIRED),
                Attribute.of("durationMinutes", INTEGER, "of one without a type; 30 when nobody says")
                        .range(1, 1440),
                Attribute.of("end", INSTANT, "when it ends", READ_ONLY),
                Attribute.of("timeZone", ZONE, "the provider's", READ_ONLY),
                Attribute.of("status", WORD, "where it stands (R-BOOK-7)")
                        .words("scheduled", "checked_in", "completed", "cancelled", "no_show")
                        .or("scheduled"),
                Attribute.of("reason", LINES, "why the patient comes").range(1, 500),
                Attribute.of("insuranceId", REFERENCE, "who pays: a cover of the patient, valid on the day")
                        .refersTo("Insurance"),
                Attribute.of("overrideReason", LINES, "why a time is booked that is not offered (R-BOOK-4)", WRITE_ONLY)
                        .range(1, 500),
                Attribute.of(
                                "correctionReason",
                                LINES,
                                "why its status was a mistake and is taken back (R-BOOK-7a)",
                                WRITE_ONLY)
                        .range(1, 500),
                Attribute.of("blockedFrom", INSTANT, "from when it takes the provider's time, buffer included", HIDDEN),
                Attribute.of("blockedUntil", INSTANT, "until when", HIDDEN));
    }

    private static List<Attribute> medicalRecord() {
        return List.of(
                Attribute.of(
                                "appointmentId",
                                REFERENCE,
                                "what was recorded; an appointment has one",
                                REQUIRED,
                                FIXED,
                                UNIQUE)
                        .refersTo("Appointment"),
                Attribute.of("diagnosis", LINES, "what was found", REQUIRED, CONFIDENTIAL)
                        .range(1, 5_000),
                Attribute.of("treatment", LINES, "what was done", CONFIDENTIAL).range(1, 5_000),
                Attribute.of("prescriptions", LINES, "what was prescribed", CONFIDENTIAL)
                        .range(1, 5_000),
                Attribute.of("notes", LINES, "anything else", CONFIDENTIAL).range(1, 5_000),
                Attribute.of("sealed", OPAQUE, "the encrypted texts", HIDDEN).range(1, 10_000_000));
    }

    private static Attribute providerId(Trait... more) {
        return reference("providerId", "whose calendar it is in", "Provider", more);
    }

    private static Attribute patientId() {
        return reference("patientId", "which patient", "Patient", FIXED);
    }

    private static Attribute reference(String name, String help, String to, Trait... more) {
        Trait[] traits = new Trait[more.length + 1];
        traits[0] = REQUIRED;
        System.arraycopy(more, 0, traits, 1, more.length);
        return Attribute.of(name, REFERENCE, help, traits).refersTo(to);
    }
}
