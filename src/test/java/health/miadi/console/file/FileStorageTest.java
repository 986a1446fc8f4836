package health.miadi.console.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import health.miadi.console.storage.ConflictException;
import health.miadi.console.storage.InvalidAttributeException;
import health.miadi.console.storage.NoInstanceException;
import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.Storage;
import health.miadi.console.storage.StoredObject;
import health.miadi.console.storage.Taking;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules of the clinic, as the storage in a file holds them. */
class FileStorageTest {
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    /** Of the machine: the rules count from now. */
    private static final Clock CLOCK = Clock.systemUTC();

    private Storage storage;

    @TempDir
    Path directory;

    private Storage open() {
        return FileFixture.open(directory.resolve("clinic.json"), Disk.REAL);
    }

    @BeforeEach
    void opens() {
        storage = open();
    }

    @AfterEach
    void closes() {
        storage.close();
        storage.close();
    }

    // -- fixtures

    private StoredObject create(ObjectClass type, Map<String, ?> given) {
        return storage.create(type, type.read(given));
    }

    /** Text that nobody else has. */
    private static String fresh(String beginning) {
        return beginning + UUID.randomUUID().toString().replace("-", "").substring(0, 12) + PEOPLE.incrementAndGet();
    }

    private StoredObject provider(Map<String, ?> more) {
        Map<String, Object> given = new HashMap<>(
                Map.of("firstName", "Betty", "lastName", fresh("Bar"), "cadre", "doctor", "timeZone", "UTC"));
        given.putAll(more);
        return create(ObjectClass.PROVIDER, given);
    }

    private StoredObject patient() {
        return create(ObjectClass.PATIENT, Map.of("firstName", "Ann", "lastName", fresh("Otieno")));
    }

    /** A provider who works around the clock. */
    private StoredObject busyProvider() {
        StoredObject provider = provider(Map.of());
        for (String day : List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")) {
            rule(provider, day, "00:00", "24:00");
        }
        return provider;
    }

    private StoredObject rule(StoredObject provider, String day, String from, String to) {
        return create(
                ObjectClass.AVAILABILITY,
                Map.of("providerId", provider.id().toString(), "dayOfWeek", day, "startTime", from, "endTime", to));
    }

    private StoredObject book(StoredObject provider, StoredObject patient, Instant start, Map<String, ?> more) {
        Map<String, Object> given = new HashMap<>(Map.of(
                "providerId", provider.id().toString(),
                "patientId", patient.id().toString(),
                "start", start.toString()));
        given.putAll(more);
        return create(ObjectClass.APPOINTMENT, given);
    }

    /** That hour of the day after tomorrow, UTC. */
    private static Instant at(int hour, int minute) {
        return LocalDate.ofInstant(CLOCK.instant(), ZoneOffset.UTC)
                .plusDays(2)
                .atTime(hour, minute)
                .toInstant(ZoneOffset.UTC);
    }

    private StoredObject change(StoredObject object, Map<String, Optional<?>> changes) {
        return storage.save(object.type().change(object, changes));
    }

    private static List<UUID> ids(Stream<StoredObject> objects) {
        try (objects) {
            return objects.map(StoredObject::id).toList();
        }
    }

    @Nested
    class Objects {
        @Test
        void areThereOnceTheyWereMade() {
            long before = storage.count(ObjectClass.PROVIDER);
            StoredObject made = provider(Map.of("specialization", "heart"));
            assertThat(storage.count(ObjectClass.PROVIDER)).isEqualTo(before + 1);
            assertThat(storage.get(ObjectClass.PROVIDER, made.id())).hasValueSatisfying(found -> {
                assertThat(found).isEqualTo(made);
                assertThat(found.attributes())
                        .containsEntry("firstName", "Betty")
                        .containsEntry("specialization", "heart")
                        .containsEntry("active", true)
                        .doesNotContainKey("phone");
                assertThat((Instant) found.attributes().get("createdAt"))
                        .isCloseTo(CLOCK.instant(), within(1, ChronoUnit.MINUTES));
            });
            assertThat(ids(storage.all(ObjectClass.PROVIDER)))
                    .contains(made.id())
                    .isSortedAccordingTo((a, b) -> a.toString().compareTo(b.toString()));
        }

        @Test
        void areStillThereWhenTheStorageIsOpenedAgain() {
            StoredObject made = provider(Map.of());
            storage.close();
            storage = open();
            assertThat(storage.get(ObjectClass.PROVIDER, made.id())).contains(made);
        }

        @Test
        void changeAndKeepTheRest() {
            StoredObject made = provider(Map.of("specialization", "heart"));
            change(made, Map.of("firstName", Optional.of("Beth"), "specialization", Optional.empty()));
            storage.reload();
            StoredObject after = storage.get(ObjectClass.PROVIDER, made.id()).orElseThrow();
            assertThat(after.attributes())
                    .containsEntry("firstName", "Beth")
                    .containsEntry("lastName", made.value("lastName").orElseThrow())
                    .doesNotContainKey("specialization");
            assertThat(after.version()).isEqualTo(made.version() + 1);
        }

        @Test
        void thatWereChangedSinceTheyWereReadAreNotOverwritten() {
            StoredObject made = provider(Map.of());
            change(made, Map.of("firstName", Optional.of("Beth")));
            assertThatThrownBy(() -> change(made, Map.of("firstName", Optional.of("Liz"))))
                    .isInstanceOf(ConflictException.class);
        }

        @Test
        void areGoneOnceTheyWereRemoved() {
            StoredObject made = provider(Map.of());
            storage.delete(ObjectClass.PROVIDER, made.id());
            assertThat(storage.get(ObjectClass.PROVIDER, made.id())).isEmpty();
            assertThatThrownBy(() -> storage.delete(ObjectClass.PROVIDER, made.id()))
                    .isInstanceOf(NoInstanceException.class);
            assertThatThrownBy(() -> change(made, Map.of("firstName", Optional.of("Liz"))))
                    .isInstanceOf(NoInstanceException.class);
        }

        @Test
        void areOfTheirClassAlone() {
            StoredObject made = provider(Map.of());
            assertThat(storage.get(ObjectClass.PATIENT, made.id())).isEmpty();
            assertThatThrownBy(() -> storage.delete(ObjectClass.PATIENT, made.id()))
                    .isInstanceOf(NoInstanceException.class);
            assertThat(storage.get(ObjectClass.PROVIDER, made.id())).isPresent();
        }

        @Test
        void areFoundByTheirValuesWhateverTheirCase() {
            String name = fresh("Smith");
            StoredObject one = provider(Map.of("lastName", name, "active", false));
            provider(Map.of("lastName", name));
            Map<String, Object> wanted = ObjectClass.PROVIDER.readValues(
                    Map.of("lastName", name.toUpperCase(Locale.ROOT), "active", "false"));
            assertThat(ids(storage.find(ObjectClass.PROVIDER, wanted))).containsExactly(one.id());
            assertThat(ids(storage.find(ObjectClass.PROVIDER, Map.of("lastName", fresh("nobody")))))
                    .isEmpty();
        }

        @Test
        void referOnlyToWhatIsThere() {
            StoredObject stranger = StoredObject.of(ObjectClass.PROVIDER, UUID.randomUUID(), 1, Map.of());
            assertThatThrownBy(() -> rule(stranger, "monday", "09:00", "17:00"))
                    .isInstanceOf(InvalidAttributeException.class)
                    .hasMessageStartingWith("providerId");
        }

        @Test
        void thatAppointmentsReferToStay() {
            StoredObject provider = busyProvider();
            StoredObject patient = patient();
            book(provider, patient, at(9, 0), Map.of());
            assertThatThrownBy(() -> storage.delete(ObjectClass.PROVIDER, provider.id()))
                    .isInstanceOf(ConflictException.class);
            assertThatThrownBy(() -> storage.delete(ObjectClass.PATIENT, patient.id()))
                    .isInstanceOf(ConflictException.class);
        }
    }

    @Nested
    class UniqueValues {
        @Test
        void ofPatientsAndProvidersAreTheSamePersons() {
            String email = fresh("ann") + "@example.org";
            provider(Map.of("email", email));
            Map<String, Object> twin = ObjectClass.PATIENT.read(
                    Map.of("firstName", "A", "lastName", "B", "email", email.toUpperCase(Locale.ROOT)));
            assertThatThrownBy(() -> storage.create(ObjectClass.PATIENT, twin)).isInstanceOf(ConflictException.class);
        }

        @Test
        void ofPhonesAreTheirDigits() {
            String digits =
                    String.valueOf(1_000_000_000L + Math.abs(UUID.randomUUID().hashCode()));
            provider(Map.of("phone", "+" + digits));
            assertThatThrownBy(() -> provider(Map.of("phone", digits.substring(0, 3) + " " + digits.substring(3))))
                    .isInstanceOf(ConflictException.class);
        }

        @Test
        void ofTypesAndPoliciesIgnoreCase() {
            String name = fresh("Visit");
            create(ObjectClass.APPOINTMENT_TYPE, Map.of("name", name, "durationMinutes", 30));
            assertThatThrownBy(() -> create(
                            ObjectClass.APPOINTMENT_TYPE,
                            Map.of("name", name.toUpperCase(Locale.ROOT), "durationMinutes", 45)))
                    .isInstanceOf(ConflictException.class);
        }

        @Test
        void areFreeAgainOnceGivenUp() {
            String email = fresh("beth") + "@example.org";
            StoredObject first = provider(Map.of("email", email));
            change(first, Map.of("email", Optional.empty()));
            assertThat(provider(Map.of("email", email)).value("email")).contains(email);
        }
    }

    @Nested
    class Accounts {
        @Test
        void keepPasswordsAsHashesAndShowNone() {
            String username = fresh("boss");
            StoredObject user = create(
                    ObjectClass.USER,
                    Map.of("username", username, "role", "admin", "password", "tall Purple giraffes 77"));
            assertThat(storage.get(ObjectClass.USER, user.id()).orElseThrow().attributes())
                    .doesNotContainKeys("password", "passwordHash");
            try (Stream<StoredObject> stored = storage.stored(ObjectClass.USER)) {
                StoredObject kept = stored.filter(object -> object.id().equals(user.id()))
                        .findFirst()
                        .orElseThrow();
                assertThat(kept.attributes()).doesNotContainKey("password");
                assertThat(kept.value("passwordHash").orElseThrow().toString())
                        .matches("PBKDF2WithHmacSHA512:[0-9]+:[A-Za-z0-9+/]+=*:[A-Za-z0-9+/]+=*");
            }
        }

        @Test
        void areFoundByTheirAddressOrName() {
            String name = fresh("kim");
            StoredObject user =
                    create(ObjectClass.USER, Map.of("username", name, "role", "admin", "email", name + "@example.org"));
            assertThat(storage.userByEmail(name.toUpperCase(Locale.ROOT) + "@example.org"))
                    .contains(user);
            assertThat(storage.userByEmail(name)).contains(user);
            assertThat(storage.userByEmail(fresh("nobody") + "@example.org")).isEmpty();
        }

        @Test
        void havePasswordsThatNobodyGuesses() {
            assertThatThrownBy(() -> create(
                            ObjectClass.USER,
                            Map.of("username", fresh("x"), "role", "admin", "password", "password1234")))
                    .isInstanceOf(InvalidAttributeException.class)
                    .hasMessageStartingWith("password");
        }

        @Test
        void belongToAPersonOfTheirRole() {
            StoredObject patient = patient();
            assertThatThrownBy(() -> create(
                            ObjectClass.USER,
                            Map.of(
                                    "username",
                                    fresh("x"),
                                    "role",
                                    "doctor",
                                    "personId",
                                    patient.id().toString())))
                    .isInstanceOf(InvalidAttributeException.class)
                    .hasMessageStartingWith("personId");
            StoredObject user = create(
                    ObjectClass.USER,
                    Map.of(
                            "username",
                            fresh("x"),
                            "role",
                            "patient",
                            "personId",
                            patient.id().toString()));
            assertThat(user.value("role")).contains("patient");
        }
    }

    @Nested
    class WeeklyRules {
        @Test
        void ofOneProviderDoNotOverlap() {
            StoredObject provider = provider(Map.of());
            rule(provider, "monday", "21:00", "03:00");
            assertThatThrownBy(() -> rule(provider, "tuesday", "02:00", "04:00"))
                    .isInstanceOf(ConflictException.class)
                    .hasMessageContaining("overlap");
            StoredObject next = rule(provider, "tuesday", "03:00", "04:00");
            assertThatThrownBy(() -> change(next, Map.of("startTime", Optional.of("02:00"))))
                    .isInstanceOf(ConflictException.class);
            change(next, Map.of("endTime", Optional.of("05:00")));
        }
    }

    @Nested
    class Appointments {
        @Test
        void haveAnEndAZoneAndAStatus() {
            StoredObject made = book(busyProvider(), patient(), at(9, 0), Map.of("reason", "cough"));
            assertThat(made.attributes())
                    .containsEntry("start", at(9, 0))
                    .containsEntry("end", at(9, 30))
                    .containsEntry("status", "scheduled")
                    .containsEntry("timeZone", "UTC")
                    .containsEntry("reason", "cough");
        }

        @Test
        void ofOneProviderNeverOverlapAndMayTouch() {
            StoredObject provider = busyProvider();
            book(provider, patient(), at(9, 0), Map.of());
            assertThatThrownBy(() -> book(provider, patient(), at(9, 15), Map.of()))
                    .isInstanceOf(ConflictException.class);
            book(provider, patient(), at(9, 30), Map.of());
            book(provider, patient(), at(8, 30), Map.of());
        }

        @Test
        void keepTheBuffersOfTheirType() {
            StoredObject provider = busyProvider();
            StoredObject type = create(
                    ObjectClass.APPOINTMENT_TYPE,
                    Map.of("name", fresh("Long"), "durationMinutes", 60, "bufferAfterMinutes", 30));
            StoredObject made = book(
                    provider,
                    patient(),
                    at(9, 0),
                    Map.of("appointmentTypeId", type.id().toString()));
            assertThat(made.value("end")).contains(at(10, 0));
            assertThatThrownBy(() -> book(provider, patient(), at(10, 15), Map.of()))
                    .isInstanceOf(ConflictException.class);
            book(provider, patient(), at(10, 30), Map.of());
        }

        @Test
        void ofOnePatientNeverOverlap() {
            StoredObject patient = patient();
            book(busyProvider(), patient, at(9, 0), Map.of());
            assertThatThrownBy(() -> book(busyProvider(), patient, at(9, 15), Map.of()))
                    .isInstanceOf(ConflictException.class);
        }

        @Test
        void blockNobodyOnceCancelled() {
            StoredObject provider = busyProvider();
            StoredObject first = book(provider, patient(), at(9, 0), Map.of());
            change(first, Map.of("status", Optional.of("cancelled")));
            book(provider, patient(), at(9, 0), Map.of());
            StoredObject gone = storage.get(ObjectClass.APPOINTMENT, first.id()).orElseThrow();
            assertThatThrownBy(() -> change(gone, Map.of("status", Optional.of("scheduled"))))
                    .isInstanceOf(ConflictException.class);
        }

        @Test
        void moveAndAreNotInTheirOwnWay() {
            StoredObject provider = busyProvider();
            StoredObject first = book(provider, patient(), at(9, 0), Map.of());
            book(provider, patient(), at(10, 0), Map.of());
            StoredObject moved =
                    change(first, Map.of("start", Optional.of(at(9, 15).toString())));
            assertThat(moved.value("end")).contains(at(9, 45));
            assertThatThrownBy(() ->
                            change(moved, Map.of("start", Optional.of(at(9, 45).toString()))))
                    .isInstanceOf(ConflictException.class);
            assertThat(storage.get(ObjectClass.APPOINTMENT, first.id())
                            .orElseThrow()
                            .value("start"))
                    .contains(at(9, 15));
        }

        @Test
        void endOnlyOnceTheyHaveBegun() {
            StoredObject made = book(busyProvider(), patient(), at(9, 0), Map.of());
            assertThatThrownBy(() -> change(made, Map.of("status", Optional.of("completed"))))
                    .isInstanceOf(ConflictException.class);
        }

        @Test
        void areWhereTheProviderWorksUnlessOverridden() {
            StoredObject idle = provider(Map.of());
            assertThatThrownBy(() -> book(idle, patient(), at(9, 0), Map.of())).isInstanceOf(ConflictException.class);
            Instant past = at(9, 0).minus(Duration.ofDays(20));
            book(idle, patient(), past, Map.of("overrideReason", "walked in"));
        }

        @Test
        void areOfProvidersWhoTakeThem() {
            StoredObject provider = busyProvider();
            change(provider, Map.of("active", Optional.of("false")));
            assertThatThrownBy(() -> book(provider, patient(), at(9, 0), Map.of()))
                    .isInstanceOf(ConflictException.class);
        }

        @Test
        void arePaidByCoversOfTheirPatient() {
            StoredObject patient = patient();
            StoredObject cover = create(
                    ObjectClass.INSURANCE,
                    Map.of(
                            "patientId",
                            patient.id().toString(),
                            "insurer",
                            "Acme",
                            "policyNumber",
                            fresh("P"),
                            "expiryDate",
                            "2999-12-31"));
            StoredObject provider = busyProvider();
            Map<String, Object> paid = Map.of("insuranceId", cover.id().toString());
            assertThatThrownBy(() -> book(provider, patient(), at(9, 0), paid))
                    .isInstanceOf(InvalidAttributeException.class)
                    .hasMessageStartingWith("insuranceId");
            assertThat(book(provider, patient, at(9, 0), paid).value("insuranceId"))
                    .contains(cover.id());
        }
    }

    @Nested
    class TakenObjects {
        @Test
        void keepTheirIdsAndAreTakenOnce() {
            StoredObject model = provider(Map.of());
            Map<String, Object> values = new HashMap<>(model.attributes());
            values.put("lastName", fresh("Taken"));
            StoredObject copy = StoredObject.of(ObjectClass.PROVIDER, UUID.randomUUID(), 1, values);
            assertThat(storage.take(ObjectClass.PROVIDER, List.of(copy, model)))
                    .extracting(Taking::outcome)
                    .containsExactly(Taking.Outcome.TAKEN, Taking.Outcome.KNOWN);
            assertThat(storage.take(ObjectClass.PROVIDER, List.of(copy)))
                    .extracting(Taking::outcome)
                    .containsExactly(Taking.Outcome.KNOWN);
            assertThat(storage.get(ObjectClass.PROVIDER, copy.id())).isPresent();
        }

        @Test
        void areRefusedOneByOneWithAReason() {
            StoredObject model = provider(Map.of("email", fresh("m") + "@example.org"));
            StoredObject twin = StoredObject.of(ObjectClass.PROVIDER, UUID.randomUUID(), 1, model.attributes());
            Map<String, Object> values = new HashMap<>(model.attributes());
            values.remove("email");
            StoredObject sound = StoredObject.of(ObjectClass.PROVIDER, UUID.randomUUID(), 1, values);
            List<Taking> takings = storage.take(ObjectClass.PROVIDER, List.of(twin, sound));
            assertThat(takings)
                    .extracting(Taking::outcome)
                    .containsExactly(Taking.Outcome.REFUSED, Taking.Outcome.TAKEN);
            assertThat(takings.get(0).reason()).isNotBlank().doesNotContain("\n");
            assertThat(storage.get(ObjectClass.PROVIDER, twin.id())).isEmpty();
        }
    }
}
