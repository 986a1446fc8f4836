package health.miadi.console.file;

import health.miadi.availability.entity.WeeklyWindow;
import health.miadi.console.storage.Attribute;
import health.miadi.console.storage.AttributeKind;
import health.miadi.console.storage.ConflictException;
import health.miadi.console.storage.InvalidAttributeException;
import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.StoredObject;
import health.miadi.insurance.control.PolicyRules;
import health.miadi.patient.entity.BirthDates;
import health.miadi.shared.refusal.Refusal;
import health.miadi.shared.time.PartialDate;
import health.miadi.shared.time.Zones;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an object must be beside the others: the rules that the database's tables and the use cases hold there. */
final class FileRules {
    private static final String EXPIRY_DATE = "expiryDate";

    private static final Duration LONGEST = Duration.ofHours(8);
    private static final Duration LONGEST_BUFFER = Duration.ofHours(4);

    private final Contents contents;
    private final Clock clock;

    FileRules(Contents contents, Clock clock) {
        this.contents = contents;
        this.clock = clock;
    }

    /**
     * Checks an object that was made or changed just now.
     *
     * @throws InvalidAttributeException for a reference to nothing, or a day that cannot be
     * @throws ConflictException for a unique value that another has, or what is in the way
     */
    void check(StoredObject object, boolean isNew) {
        switch (object.type()) {
            case PATIENT -> requireBorn(object);
            case AVAILABILITY -> requireAhead(object, "validUntil", isNew);
            case EXCEPTION -> requireAhead(object, "endDate", isNew);
            case MEDICAL_RECORD -> requireBegun(object);
            case INSURANCE -> requireUnexpired(object);
            default -> {}
        }
    }

    /** What holds of every object at all times: whoever stores one is held to it, and whoever reads one. */
    void checkStanding(StoredObject object) {
        checkWhole(object);
        checkReferences(object);
        checkApart(object);
    }

    /** That it is by itself what the other rules take it for. */
    void checkWhole(StoredObject object) {
        switch (object.type()) {
            case APPOINTMENT -> requireBounded(object);
            case MEDICAL_RECORD -> requireSealed(object);
            // whose account it is may have been erased
            case USER -> {}
            default -> object.type().check(object.attributes());
        }
    }

    /** That it takes nothing that another object has: a unique value, or somebody's time. */
    void checkApart(StoredObject object) {
        contents.unique().requireFree(object, contents.get(object.type(), object.id()));
        requireItsTime(object);
    }

    /** The same of what was stored before: a phone may have been written differently when that was another one (R-PERS-6). */
    void checkStored(StoredObject object) {
        contents.unique().requireUntaken(object);
        requireItsTime(object);
    }

    private void requireItsTime(StoredObject object) {
        switch (object.type()) {
            case AVAILABILITY -> requireNoOverlap(object);
            case APPOINTMENT -> requireFree(object);
            default -> {}
        }
    }

    /** That what it refers to is there, which the other rules rely on. */
    void checkReferences(StoredObject object) {
        for (Attribute attribute : object.type().attributes()) {
            if (attribute.kind() == AttributeKind.REFERENCE) {
                object.value(attribute.name()).ifPresent(id -> requireThere(attribute, (UUID) id));
            }
        }
        if (object.type() == ObjectClass.USER) {
            requireFit(object);
        }
    }

    private void requireThere(Attribute attribute, UUID id) {
        List<String> classes = attribute.references();
        boolean there = classes.stream()
                .map(ObjectClass::named)
                .flatMap(Optional::stream)
                .anyMatch(type -> contents.isThere(type, id));
        if (!there) {
            throw new InvalidAttributeException(
                    attribute.name(),
                    "must be the id of " + (classes.get(0).startsWith("A") ? "an " : "a ")
                            + String.join(" or ", classes));
        }
    }

    /** A provider's account is a provider's, and a patient's a patient's. */
    private void requireFit(StoredObject user) {
        String role = String.valueOf(user.attributes().get("role"));
        UUID person = Values.optionalId(user, "personId");
        ObjectClass wanted = role.equals("provider") ? ObjectClass.PROVIDER : ObjectClass.PATIENT;
        if (person != null && !role.equals("admin") && !contents.isThere(wanted, person)) {
            throw new InvalidAttributeException("personId", "must name a " + role);
        }
    }

    /** R-AVAIL-1. */
    private void requireNoOverlap(StoredObject rule) {
        WeeklyWindow window = Values.window(rule);
        boolean overlaps = contents.referringTo(Values.id(rule, "providerId")).stream()
                .filter(other -> other.type() == ObjectClass.AVAILABILITY)
                .filter(other -> !other.id().equals(rule.id()))
                .anyMatch(other -> Values.window(other).overlaps(window));
        if (overlaps) {
            throw new ConflictException(
                    "startTime", "the provider has a weekly rule that overlaps this one (R-AVAIL-1)");
        }
    }

    /** R-BOOK-1: the last word, whatever was decided before. */
    private void requireFree(StoredObject appointment) {
        Contents.busy(appointment).ifPresent(busy -> {
            if (contents.providers()
                    .overlapping(busy.provider(), busy.blocked(), appointment.id())
                    .isPresent()) {
                throw new ConflictException("start", "the provider has another appointment at that time (R-BOOK-1)");
            }
            if (contents.patients()
                    .overlapping(busy.patient(), busy.time(), appointment.id())
                    .isPresent()) {
                throw new ConflictException("start", "the patient has another appointment at that time (R-BOOK-1)");
            }
        });
    }

    private static void requireSealed(StoredObject medicalRecord) {
        try {
            SealedVersions.of(Values.text(medicalRecord, "sealed")).newest();
        } catch (IllegalArgumentException foreign) {
            throw new InvalidAttributeException("sealed", "must be the sealed versions of a record");
        }
    }

    /** As the database has it: times that are longer are found by no index, and are no visit. */
    private static void requireBounded(StoredObject appointment) {
        Instant start = Values.instant(appointment, "start");
        Instant end = Values.instant(appointment, "end");
        if (!end.isAfter(start) || end.isAfter(start.plus(LONGEST))) {
            throw new InvalidAttributeException("end", "must be after start, by at most 8 hours");
        }
        if (Values.instant(appointment, "blockedFrom").isBefore(start.minus(LONGEST_BUFFER))
                || Values.instant(appointment, "blockedUntil").isAfter(end.plus(LONGEST_BUFFER))) {
            throw new InvalidAttributeException("blockedUntil", "must be within 4 hours of the appointment");
        }
    }

    private void requireBorn(StoredObject patient) {
        if (patient.attributes().get("dateOfBirth") instanceof PartialDate birth
                && BirthDates.isAhead(birth, clock.instant())) {
            throw new InvalidAttributeException("dateOfBirth", "must not be in the future");
        }
    }

    private void requireAhead(StoredObject plan, String lastDay, boolean isNew) {
        if (isNew && plan.attributes().get(lastDay) instanceof LocalDate last && last.isBefore(today(plan))) {
            throw new InvalidAttributeException(lastDay, "must not have passed");
        }
    }

    /** R-INS-1: no expiry in the past, unless it was known before. */
    private void requireUnexpired(StoredObject cover) {
        LocalDate today = PolicyRules.today(clock);
        boolean stays = contents.get(ObjectClass.INSURANCE, cover.id())
                .map(former -> former.value(EXPIRY_DATE))
                .filter(cover.value(EXPIRY_DATE)::equals)
                .isPresent();
        if (!stays && cover.attributes().get(EXPIRY_DATE) instanceof LocalDate last && last.isBefore(today)) {
            throw new InvalidAttributeException(EXPIRY_DATE, "must not be in the past");
        }
    }

    private LocalDate today(StoredObject plan) {
        Instant now = clock.instant();
        ZoneId zone = contents.get(ObjectClass.PROVIDER, Values.id(plan, "providerId"))
                .flatMap(provider -> Zones.named(Values.text(provider, "timeZone")))
                .orElse(ZoneOffset.UTC);
        return LocalDate.ofInstant(now, zone);
    }

    /** R-REC-1: once the visit has begun, and one that took place. */
    private void requireBegun(StoredObject medicalRecord) {
        StoredObject appointment = contents.get(ObjectClass.APPOINTMENT, Values.id(medicalRecord, "appointmentId"))
                .orElseThrow(() -> new InvalidAttributeException("appointmentId", "must be the id of an Appointment"));
        String status = Values.text(appointment, "status");
        boolean early = status.equals("scheduled")
                && Values.instant(appointment, "start").isAfter(clock.instant());
        if (early || status.equals("cancelled") || status.equals("no_show")) {
            throw new ConflictException("A record is written once the visit has begun (R-REC-1).");
        }
    }

    /**
     * Checks that an object can be removed.
     *
     * @throws ConflictException when others refer to it, or no enabled admin would be left
     */
    void checkRemoval(StoredObject object) {
        if (object.type() == ObjectClass.MEDICAL_RECORD) {
            throw new ConflictException("What a medical record says is amended and never erased (R-REC-3).");
        }
        List<StoredObject> referring = Stream.concat(
                        contents.referringTo(object.id()).stream(),
                        contents.faulty().map(FileObject::object).filter(other -> Values.references(other)
                                .contains(object.id())))
                .toList();
        if (!referring.isEmpty()) {
            String by = referring.stream()
                    .map(other -> other.type().title())
                    .distinct()
                    .sorted()
                    .collect(Collectors.joining(", "));
            throw new ConflictException("Others refer to it: " + by + ".");
        }
        checkAdmins(object, Optional.empty());
    }

    /**
     * Checks that an enabled admin stays when there is one.
     *
     * @throws ConflictException otherwise
     */
    void checkAdmins(StoredObject before, Optional<StoredObject> after) {
        boolean lost = isAdmin(before) && after.filter(FileRules::isAdmin).isEmpty();
        if (lost
                && contents.all(ObjectClass.USER).stream()
                        .noneMatch(user -> !user.id().equals(before.id()) && isAdmin(user))) {
            throw new ConflictException("The last enabled admin stays.");
        }
    }

    private static boolean isAdmin(StoredObject user) {
        return user.type() == ObjectClass.USER
                && "admin".equals(user.attributes().get("role"))
                && Values.truth(user, "enabled");
    }

    /** A refusal of the application's rules, in the words of a storage. */
    static RuntimeException translated(Refusal refusal) {
        if (refusal.errors().isEmpty()) {
            String rule = refusal.rule() == null ? "" : " (" + refusal.rule() + ")";
            return new ConflictException(refusal.getMessage() + rule);
        }
        return new InvalidAttributeException(
                refusal.errors().get(0).field(), refusal.errors().get(0).message());
    }
}
