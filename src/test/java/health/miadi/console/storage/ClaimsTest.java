package health.miadi.console.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName(
        "R-PERS-2: what is claimed of an object stands in it, and what is entered at the console is not claimed any more")
class ClaimsTest {
    private static StoredObject patient(Map<String, Object> values) {
        return StoredObject.of(ObjectClass.PATIENT, new UUID(0, 1), 1, values);
    }

    @Test
    void nothingIsOfWhatWasWrittenBefore() {
        assertThat(Claims.of(patient(Map.of("phone", "0712345678")))).isEmpty();
    }

    @Test
    void whatIsEnteredIsConfirmed() {
        StoredObject claims = patient(Map.of(Claims.ATTRIBUTE, "phone nationalId"));
        assertThat(Claims.of(claims)).containsExactlyInAnyOrder("phone", "nationalId");
        assertThat(Claims.without(claims, Set.of("phone"))).contains("nationalId");
        assertThat(Claims.without(claims, Set.of("phone", "nationalId"))).isEmpty();
    }
}
