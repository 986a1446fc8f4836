package health.miadi.console.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import health.miadi.console.storage.ConflictException;
import health.miadi.console.storage.InvalidAttributeException;
import health.miadi.console.storage.NoInstanceException;
import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.StoredObject;
import health.miadi.console.storage.Taking;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the storage in a file keeps, changes, removes and takes in. */
class FileStorageTest extends FileClinic {
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
