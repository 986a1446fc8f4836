package health.miadi.console.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.miadi.console.storage.ConflictException;
import health.miadi.console.storage.InvalidAttributeException;
import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.StoredObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The rules of working hours and of appointments, as the storage in a file holds them. */
class FileAppointmentsTest extends FileClinic {
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
}
