package health.miadi.shared.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.miadi.shared.paging.Cursor;
import health.miadi.shared.refusal.Refusal;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A cursor")
@SuppressWarnings("NullAway") // tests hand over what the compiler forbids
class CursorsTest {
    @Test
    @DisplayName("gives back the keys that it was made of, accents and quotes included")
    void roundTrip() {
        UUID id = UUID.randomUUID();
        Cursor cursor = Cursors.parse(text(Cursor.after("Ngũgĩ \"wa\" Thiong'o", id)), 2);
        assertThat(cursor).isNotNull();
        assertThat(cursor.string(0)).isEqualTo("Ngũgĩ \"wa\" Thiong'o");
        assertThat(cursor.uuid(1)).isEqualTo(id);
    }

    @Test
    @DisplayName("is refused when it is none of this list's")
    void refuses() {
        for (String text : new String[] {
            "",
            "x",
            "%%%",
            text(Cursor.after("a")),
            base64("{}"),
            base64("[null,\"a\"]"),
            base64("[\"\\u0000\",\"a\"]"),
            base64("[\"\\ud800\",\"a\"]"),
            "A".repeat(3_000)
        }) {
            assertThatThrownBy(() -> Cursors.parse(text, 2)).as(text).isInstanceOf(Refusal.class);
        }
        Cursor notAnId = Cursors.parse(text(Cursor.after("a", "b")), 2);
        assertThat(notAnId).isNotNull();
        assertThatThrownBy(() -> notAnId.uuid(1)).isInstanceOf(Refusal.class);
    }

    private static String text(Cursor cursor) {
        return Json.mapper().convertValue(cursor, String.class);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
