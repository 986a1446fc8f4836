package health.miadi.console.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.miadi.console.storage.InvalidAttributeException;
import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.StoredObject;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Accounts in a file (R-AUTH-1). */
class FileAccountsTest extends FileClinic {
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
}
