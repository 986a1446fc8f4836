package health.miadi.console.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.miadi.shared.time.PartialDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every storage keeps to. */
public abstract class StorageContract extends StorageFixture {
    private static final String PASSWORD = "seven green lanterns";

    @Test
    void keepsWhatItMakes() {
        StoredObject made = patient(Map.of("dateOfBirth", "1990-04-01", "gender", "female"));

        StoredObject kept = storage().get(ObjectClass.PATIENT, made.id()).orElseThrow();

        assertThat(kept).isEqualTo(made);
        assertThat(kept.attributes())
                .containsEntry("dateOfBirth", PartialDate.parse("1990-04-01"))
                .containsEntry("gender", "female")
                .containsKeys("patientNumber", "createdAt", "updatedAt");
    }

    @Test
    void keepsAnAbsenceThatRunsThrough() {
        StoredObject away = create(
                ObjectClass.EXCEPTION,
                Map.of(
                        "providerId",
                        provider(Map.of()).id().toString(),
                        "kind",
                        "absent",
                        "extent",
                        "through",
                        "startDate",
                        "2998-12-04",
                        "startTime",
                        "14:30",
                        "endDate",
                        "2998-12-08",
                        "endTime",
                        "24:00"));

        StoredObject kept = storage().get(ObjectClass.EXCEPTION, away.id()).orElseThrow();
        assertThat(kept).isEqualTo(away);
        assertThat(kept.attributes()).containsEntry("extent", "through").containsEntry("endTime", "24:00");

        storage().save(change(kept, "extent", "each_day"));
        assertThat(storage().get(ObjectClass.EXCEPTION, away.id()).orElseThrow().attributes())
                .containsEntry("extent", "each_day");
    }

    @Test
    void keepsNamesAndBirthsAsPeopleHaveThem() {
        String name = "Suharto " + unique();
        StoredObject made = patient(Map.of("firstName", name, "dateOfBirth", "1957"));
        storage().save(change(made, "lastName", ""));

        StoredObject kept = storage().get(ObjectClass.PATIENT, made.id()).orElseThrow();

        assertThat(kept.attributes())
                .as("R-PERS-4")
                .doesNotContainKey("lastName")
                .containsEntry("dateOfBirth", PartialDate.parse("1957"));
        try (Stream<StoredObject> found = storage()
                .find(
                        ObjectClass.PATIENT,
                        ObjectClass.PATIENT.readValues(Map.of("firstName", name, "dateOfBirth", "1957")))) {
            assertThat(found).containsExactly(kept);
        }
        assertThatExceptionOfType(InvalidAttributeException.class)
                .isThrownBy(() -> change(kept, "firstName", ""))
                .withMessageContaining("firstName");
    }

    @Test
    void findsNothingByAnIdOfAnotherClass() {
        assertThat(storage().get(ObjectClass.PROVIDER, patient(Map.of()).id())).isEmpty();
        assertThat(storage().get(ObjectClass.APPOINTMENT, UUID.randomUUID())).isEmpty();
    }

    @Test
    void countsAndListsInTheOrderOfIds() {
        long before = storage().count(ObjectClass.APPOINTMENT_TYPE);
        type(Map.of());
        type(Map.of());

        assertThat(storage().count(ObjectClass.APPOINTMENT_TYPE)).isEqualTo(before + 2);
        try (Stream<StoredObject> all = storage().all(ObjectClass.APPOINTMENT_TYPE)) {
            assertThat(all.map(object -> object.id().toString()))
                    .hasSize((int) before + 2)
                    .isSorted();
        }
    }

    @Test
    void findsByValuesWhateverTheirCase() {
        String cadre = "Cadre " + unique();
        StoredObject provider = provider(Map.of("cadre", cadre));

        try (Stream<StoredObject> found = storage()
                .find(
                        ObjectClass.PROVIDER,
                        ObjectClass.PROVIDER.readValues(
                                Map.of("cadre", cadre.toUpperCase(Locale.ROOT), "active", true)))) {
            assertThat(found).containsExactly(provider);
        }
    }

    @Test
    void changesWhatIsSaidAndNothingElse() {
        StoredObject provider = provider(Map.of("specialization", "Cardiology"));

        storage().save(change(provider, "specialization", ""));
        StoredObject after = storage().get(ObjectClass.PROVIDER, provider.id()).orElseThrow();

        assertThat(after.value("specialization")).isEmpty();
        assertThat(after.value("firstName")).isEqualTo(provider.value("firstName"));
        assertThat(after.version()).isGreaterThan(provider.version());
    }

    @Test
    void refusesAChangeOfWhatWasChangedSince() {
        StoredObject provider = provider(Map.of());
        storage().save(change(provider, "cadre", "nurse"));

        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> storage().save(change(provider, "cadre", "doctor")));
    }

    @Test
    void saysThatWhatIsGoneIsNotThere() {
        StoredObject type = type(Map.of());
        storage().delete(ObjectClass.APPOINTMENT_TYPE, type.id());

        assertThat(storage().get(ObjectClass.APPOINTMENT_TYPE, type.id())).isEmpty();
        assertThatExceptionOfType(NoInstanceException.class)
                .isThrownBy(() -> storage().delete(ObjectClass.APPOINTMENT_TYPE, type.id()));
        assertThatExceptionOfType(NoInstanceException.class)
                .isThrownBy(() -> storage().save(change(type, "name", "Another " + unique())));
    }

    @Test
    void refusesUniqueValuesInAnyOfTheirForms() {
        String number = unique();
        patient(Map.of(
                "email", "Amina" + number + "@example.org", "nationalId", "id-" + number, "phone", "07" + number));

        for (Map<String, String> taken : List.of(
                Map.of("email", "amina" + number + "@EXAMPLE.org"),
                Map.of("nationalId", "ID-" + number),
                Map.of("phone", "0-7" + number))) {
            assertThatExceptionOfType(ConflictException.class)
                    .as(taken.keySet().toString())
                    .isThrownBy(() -> patient(taken));
        }
    }

    @ParameterizedTest
    @CsvSource({"Availability, providerId", "Appointment, patientId"})
    void refusesToReferToWhatIsNotThere(String className, String attribute) {
        StoredObject provider = provider(Map.of());
        Map<String, Object> given = new HashMap<>(
                className.equals("Availability") ? window(provider, "monday", "09:00", "12:00") : wish(provider, 0));
        given.put(attribute, UUID.randomUUID().toString());
        ObjectClass type = ObjectClass.named(className).orElseThrow();

        assertThatExceptionOfType(InvalidAttributeException.class)
                .isThrownBy(() -> storage().create(type, type.read(given)))
                .matches(refused -> refused.attribute().equals(attribute));
    }

    @Test
    void refusesABirthInTheFuture() {
        assertThatExceptionOfType(InvalidAttributeException.class)
                .isThrownBy(() -> patient(Map.of("dateOfBirth", "2999-01-01")))
                .matches(refused -> refused.attribute().equals("dateOfBirth"));
    }

    /** R-AVAIL-1. */
    @Test
    void refusesWeeklyRulesThatOverlap() {
        StoredObject provider = provider(Map.of());
        create(ObjectClass.AVAILABILITY, window(provider, "monday", "21:00", "03:00"));

        create(ObjectClass.AVAILABILITY, window(provider, "tuesday", "03:00", "04:00"));
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> create(ObjectClass.AVAILABILITY, window(provider, "tuesday", "02:30", "02:50")));
    }

    /** R-BOOK-1. */
    @Test
    void neverBooksAProviderOrAPatientTwice() {
        StoredObject provider = workingProvider();
        StoredObject other = workingProvider();
        Map<String, Object> first = wish(provider, 0);
        create(ObjectClass.APPOINTMENT, first);

        Map<String, Object> samePatient = wish(other, 0);
        samePatient.put("patientId", first.get("patientId"));
        Map<String, Object> overridden = wish(provider, 0);
        overridden.put("overrideReason", "They insist");
        for (Map<String, Object> refused : List.of(wish(provider, 0), samePatient, overridden)) {
            assertThatExceptionOfType(ConflictException.class)
                    .isThrownBy(() -> create(ObjectClass.APPOINTMENT, refused));
        }
        assertThat(create(ObjectClass.APPOINTMENT, wish(provider, 30)).value("status"))
                .contains("scheduled");
    }

    /** R-BOOK-4, R-AVAIL-5. */
    @Test
    void booksATimeThatIsNotOfferedOnlyForAReason() {
        StoredObject provider = workingProvider();
        Map<String, Object> wish = wish(provider, 7);

        assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> create(ObjectClass.APPOINTMENT, wish));
        wish.put("overrideReason", "The bus comes late");
        StoredObject booked = create(ObjectClass.APPOINTMENT, wish);

        assertThat(booked.value("durationMinutes")).contains(30);
        assertThat(booked.value("end")).contains(start(37));
        assertThat(booked.value("timeZone")).contains("UTC");
        assertThat(booked.value("overrideReason")).isEmpty();
    }

    /** R-BOOK-5. */
    @Test
    void refusesToBookAProviderWhoIsNotActive() {
        StoredObject provider = workingProvider();
        storage().save(change(provider, "active", "false"));

        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> create(ObjectClass.APPOINTMENT, wish(provider, 0)));
    }

    /** R-BOOK-7, R-BOOK-9. */
    @Test
    void movesCancelsAndFreesTheTime() {
        StoredObject provider = workingProvider();
        StoredObject booked = create(ObjectClass.APPOINTMENT, wish(provider, 0));

        StoredObject moved = storage().save(change(booked, "start", start(60).toString()));
        assertThat(moved.value("end")).contains(start(90));
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> storage().save(change(moved, "status", "completed")));
        StoredObject cancelled = storage().save(change(moved, "status", "cancelled"));
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> storage().save(change(cancelled, "status", "scheduled")));

        assertThat(create(ObjectClass.APPOINTMENT, wish(provider, 60)).value("start"))
                .contains(start(60));
    }

    /** R-AVAIL-4. */
    @Test
    void saysWhichAppointmentsAChangeOfWorkingTimeStrands() {
        StoredObject provider = provider(Map.of());
        StoredObject window = create(ObjectClass.AVAILABILITY, window(provider, "monday", "09:00", "17:00"));
        StoredObject late = create(ObjectClass.APPOINTMENT, wish(provider, 60));
        StoredObject early = create(ObjectClass.APPOINTMENT, wish(provider, 0));
        StoredObject cancelled = create(ObjectClass.APPOINTMENT, wish(provider, 120));
        storage().save(change(cancelled, "status", "cancelled"));
        assertThat(storage().stranded()).isEmpty();

        StoredObject away = create(ObjectClass.EXCEPTION, away(provider, "10:00"));
        assertThat(storage().stranded()).isEqualTo(stored(late));
        storage().save(change(away, "startTime", "09:00"));
        assertThat(storage().stranded()).as("all that lies in it").isEqualTo(stored(early, late));
        storage().delete(ObjectClass.EXCEPTION, away.id());
        assertThat(storage().stranded()).isEmpty();

        StoredObject renamed = storage().save(change(provider, "lastName", "Okoth"));
        assertThat(storage().stranded()).isEmpty();
        StoredObject gone = storage().save(change(renamed, "active", "false"));
        assertThat(storage().stranded()).isEqualTo(stored(early, late));
        storage().delete(ObjectClass.AVAILABILITY, window.id());
        assertThat(storage().stranded()).as("they were before").isEmpty();
        create(ObjectClass.AVAILABILITY, window(provider, "monday", "09:00", "17:00"));
        StoredObject back = storage().save(change(gone, "active", "true"));
        storage().save(change(back, "timeZone", "Pacific/Auckland"));
        assertThat(storage().stranded()).isEqualTo(stored(early, late));
    }

    private static Map<String, Object> away(StoredObject provider, String from) {
        String day = start(0).toString().substring(0, 10);
        return Map.of(
                "providerId",
                provider.id().toString(),
                "kind",
                "absent",
                "startDate",
                day,
                "endDate",
                day,
                "startTime",
                from,
                "endTime",
                "17:00");
    }

    private List<StoredObject> stored(StoredObject... appointments) {
        return Stream.of(appointments)
                .map(one -> storage().get(ObjectClass.APPOINTMENT, one.id()).orElseThrow())
                .toList();
    }

    @Test
    void refusesToRemoveWhatOthersReferTo() {
        StoredObject provider = workingProvider();
        StoredObject booked = create(ObjectClass.APPOINTMENT, wish(provider, 0));
        UUID patient = (UUID) booked.value("patientId").orElseThrow();

        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> storage().delete(ObjectClass.PATIENT, patient));
        assertThat(storage().get(ObjectClass.PATIENT, patient)).isPresent();
    }

    /** R-AUTH-1. */
    @Test
    void keepsPasswordsAsHashesAndShowsNone() {
        String name = "user" + unique();
        StoredObject user = create(
                ObjectClass.USER,
                Map.of(
                        "username",
                        name,
                        "email",
                        name + "@example.org",
                        "role",
                        "doctor",
                        "password",
                        PASSWORD,
                        "personId",
                        provider(Map.of()).id().toString()));

        assertThat(user.attributes())
                .doesNotContainKeys("password", "passwordHash")
                .containsEntry("role", "provider");
        try (Stream<StoredObject> stored = storage().stored(ObjectClass.USER)) {
            assertThat(stored.filter(object -> object.id().equals(user.id()))
                            .findFirst()
                            .orElseThrow()
                            .value("passwordHash"))
                    .hasValueSatisfying(hash -> assertThat(hash.toString())
                            .startsWith("PBKDF2WithHmacSHA512:")
                            .doesNotContain(PASSWORD));
        }
        assertThat(storage().userByEmail(name.toUpperCase(Locale.ROOT) + "@example.org"))
                .contains(user);
        assertThatExceptionOfType(InvalidAttributeException.class)
                .isThrownBy(() -> storage().save(change(user, "password", "password1234")))
                .matches(refused -> refused.attribute().equals("password"));
    }

    @Test
    void takesWhatItDoesNotKnowAndSaysWhyNotTheRest() {
        StoredObject known = patient(Map.of("email", "known" + unique() + "@example.org"));
        StoredObject fresh = foreignPatient(Map.of("firstName", "Zola", "lastName", "Mwangi"));
        StoredObject clashing = foreignPatient(Map.of(
                "firstName",
                "Zola",
                "lastName",
                "Mwangi",
                "email",
                known.value("email").orElseThrow()));

        List<Taking> takings = storage().take(ObjectClass.PATIENT, List.of(known, clashing, fresh, fresh));

        assertThat(takings)
                .extracting(Taking::outcome)
                .containsExactly(
                        Taking.Outcome.KNOWN, Taking.Outcome.REFUSED, Taking.Outcome.TAKEN, Taking.Outcome.KNOWN);
        assertThat(takings.get(1).reason()).isNotBlank();
        assertThat(storage().get(ObjectClass.PATIENT, fresh.id()).orElseThrow().attributes())
                .containsKeys("patientNumber", "createdAt");
        assertThat(storage().get(ObjectClass.PATIENT, clashing.id())).isEmpty();
    }

    /** Whatever somebody writes is refused, or can be read again. */
    @Test
    void keepsNoTextThatItCannotRead() throws Throwable {
        JqwikSession.run(() -> texts().forEach(text -> {
            StoredObject taken = foreignPatient(
                    Map.of("firstName", text, "lastName", "Mwangi", "email", "e" + unique() + "@example.org"));
            storage().take(ObjectClass.PATIENT, List.of(taken));
            StoredObject account = StoredObject.of(
                    ObjectClass.USER,
                    UUID.randomUUID(),
                    1,
                    Map.of(
                            "username",
                            "u" + unique(),
                            "role",
                            "admin",
                            "enabled",
                            true,
                            "openIdIssuer",
                            "i",
                            "openIdSubject",
                            text));
            storage().take(ObjectClass.USER, List.of(account));
            refusedOr(() -> patient(Map.of("nationalId", text)));
            refusedOr(() -> storage().save(change(provider(Map.of()), "cadre", text)));
        }));
        Map<ObjectClass, Map<UUID, Map<String, Object>>> before = everything();

        storage().reload();

        assertThat(storage().faults()).isEmpty();
        assertThat(everything()).isEqualTo(before);
        before.forEach((type, objects) -> objects.values().forEach(type::readAgain));
    }

    private static Stream<String> texts() {
        Arbitrary<String> odd = Arbitraries.strings()
                .withChars(
                        '\0', '\n', '\t', ' ', 'e', '\u0301', '\u00a0', '\u2028', '\u2029', '\u200b', '\u202e',
                        '\ufeff', '\uffff', '\ud83d', '\ude00')
                .ofMaxLength(12);
        Arbitrary<String> all = Arbitraries.strings().all().ofMaxLength(40);
        Arbitrary<String> any = Arbitraries.oneOf(
                odd, all, Arbitraries.strings().all().ofMinLength(110).ofMaxLength(600));
        return any.sampleStream().limit(120);
    }

    private static void refusedOr(Runnable writing) {
        try {
            writing.run();
        } catch (InvalidAttributeException | ConflictException refused) {
            assertThat(refused.line()).doesNotContain("\n");
        }
    }

    private Map<ObjectClass, Map<UUID, Map<String, Object>>> everything() {
        Map<ObjectClass, Map<UUID, Map<String, Object>>> all = new EnumMap<>(ObjectClass.class);
        for (ObjectClass type : List.of(ObjectClass.PATIENT, ObjectClass.PROVIDER, ObjectClass.USER)) {
            try (Stream<StoredObject> stored = storage().stored(type)) {
                Map<UUID, Map<String, Object>> byId = new HashMap<>();
                stored.forEach(object -> byId.put(object.id(), object.attributes()));
                all.put(type, byId);
            }
        }
        return all;
    }

    /** R-BOOK-1 is about active appointments: the past is history, whatever overlapped in it. */
    @Test
    void takesAppointmentsThatOverlappedInThePast() {
        UUID provider = provider(Map.of()).id();
        UUID patient = patient(Map.of()).id();

        assertThat(storage()
                        .take(
                                ObjectClass.APPOINTMENT,
                                List.of(past(provider, patient, 0), past(provider, patient, 15))))
                .containsOnly(Taking.TAKEN);
    }

    @Test
    void changesSeveralAtOnceAndSaysWhyNotTheRest() {
        StoredObject one = patient(Map.of("email", "one" + unique() + "@example.org"));
        StoredObject two = patient(Map.of());
        StoredObject three = patient(Map.of());
        String taken = one.value("email").orElseThrow().toString();

        List<Taking> takings = storage()
                .saveAll(List.of(
                        change(one, "lastName", "Wafula"),
                        change(two, "email", taken),
                        change(three, "lastName", "Barasa")));

        assertThat(takings)
                .extracting(Taking::outcome)
                .containsExactly(Taking.Outcome.CHANGED, Taking.Outcome.REFUSED, Taking.Outcome.CHANGED);
        assertThat(takings.get(1).attribute()).isEqualTo("email");
        assertThat(storage().byIds(ObjectClass.PATIENT, List.of(one.id(), two.id(), three.id(), UUID.randomUUID())))
                .hasSize(3)
                .allSatisfy((id, patient) -> assertThat(patient.value("lastName"))
                        .contains(id.equals(one.id()) ? "Wafula" : id.equals(two.id()) ? "Okoth" : "Barasa"));
    }

    /** R-PERS-5. */
    @Test
    void keepsTheAddressOfAPersonAndTheirAccountOne() {
        String first = "first" + unique() + "@example.org";
        String second = "second" + unique() + "@example.org";
        String third = "third" + unique() + "@example.org";
        StoredObject person = provider(Map.of("email", first));
        StoredObject account = create(
                ObjectClass.USER,
                Map.of(
                        "username",
                        "u" + unique(),
                        "role",
                        "doctor",
                        "personId",
                        person.id().toString()));
        assertThat(account.value("email")).contains(first);

        storage().save(change(person, "email", second));
        StoredObject followed = storage().get(ObjectClass.USER, account.id()).orElseThrow();
        assertThat(followed.value("email")).contains(second);
        patient(Map.of("email", first)); // it is free

        storage().save(change(followed, "email", third));
        StoredObject moved = storage().get(ObjectClass.PROVIDER, person.id()).orElseThrow();
        assertThat(moved.value("email")).contains(third);

        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() ->
                        create(ObjectClass.USER, Map.of("username", "u" + unique(), "role", "admin", "email", third)))
                .matches(refused -> refused.attribute().equals("email"));
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> storage().save(change(moved, "email", first)))
                .matches(refused -> refused.attribute().equals("email"));
        assertThat(storage().get(ObjectClass.USER, account.id()).orElseThrow().value("email"))
                .contains(third);
    }

    /** R-PERS-5. */
    @Test
    void freesTheAddressOfWhoIsGone() {
        String address = "gone" + unique() + "@example.org";
        storage()
                .delete(ObjectClass.PROVIDER, provider(Map.of("email", address)).id());
        assertThat(patient(Map.of("email", address)).value("email")).contains(address);
    }

    /** R-PERS-5, as another clinic's export may have it. */
    @Test
    void takesAnAccountWithTheAddressOfItsPerson() {
        String theirs = "theirs" + unique() + "@example.org";
        String own = "own" + unique() + "@example.org";
        assertThat(taken(provider(Map.of("email", theirs)), own)).containsExactly(theirs, theirs, theirs);
        assertThat(taken(provider(Map.of()), own)).containsExactly(own, own, own);
    }

    /** The name and the address of an account that is taken, and the address of its person. */
    private List<Object> taken(StoredObject person, String address) {
        StoredObject account = StoredObject.of(
                ObjectClass.USER,
                UUID.randomUUID(),
                1,
                Map.of(
                        "username",
                        address,
                        "email",
                        address,
                        "role",
                        "provider",
                        "enabled",
                        true,
                        "personId",
                        person.id()));
        assertThat(storage().take(ObjectClass.USER, List.of(account))).containsOnly(Taking.TAKEN);
        StoredObject kept = storage().get(ObjectClass.USER, account.id()).orElseThrow();
        return List.of(
                kept.value("username").orElseThrow(),
                kept.value("email").orElseThrow(),
                storage()
                        .get(ObjectClass.PROVIDER, person.id())
                        .flatMap(found -> found.value("email"))
                        .orElseThrow());
    }
}
