package health.miadi.shared.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The shape of")
@SuppressWarnings("NullAway") // tests hand over what the compiler forbids
class PatternsTest {
    @ParameterizedTest
    @DisplayName("a phone number has 7 to 15 digits")
    @ValueSource(strings = {"+254 700 123456", "555-698-7873", "(020) 123-4567", "0700123456", "1234567"})
    void phone(String phone) {
        assertThat(phone).matches(Patterns.PHONE);
    }

    @ParameterizedTest
    @DisplayName("no phone number has fewer, more, letters or a dangling separator")
    @ValueSource(strings = {"123456", "1234567890123456", "0700-CALL-ME", "++254700123456", "0700123456-", ""})
    void noPhone(String phone) {
        assertThat(phone).doesNotMatch(Patterns.PHONE);
    }

    @ParameterizedTest
    @DisplayName("an e-mail address")
    @ValueSource(strings = {"a@b.ke", "ada.lovelace+clinic@mail.example.org", "o'neil@example.com"})
    void email(String email) {
        assertThat(email).matches(Patterns.EMAIL);
    }

    @ParameterizedTest
    @DisplayName("no e-mail address")
    @ValueSource(strings = {"a@b", "a b@c.de", "@c.de", "a@@b.de", "a@b..de", "a@-b.de", "a@b.de\n", ""})
    void noEmail(String email) {
        assertThat(email).doesNotMatch(Patterns.EMAIL);
    }

    @Test
    @DisplayName("readable text keeps markup and quotes, and has no control characters")
    void text() {
        Text.Validator text = new Text.Validator();
        assertThat(text.isValid("<script>alert('x')</script>; DROP TABLE persons; --", null))
                .isTrue();
        assertThat(text.isValid("Zoë Ngũgĩ 王", null)).isTrue();
        for (String wrong : new String[] {"", " ", " a", "a ", "a\nb", "a\u0000b", "a\u0007", "\ud800"}) {
            assertThat(text.isValid(wrong, null)).as(wrong).isFalse();
        }
    }

    @Test
    @DisplayName("a time zone is one of the IANA database, not an offset")
    void zone() {
        TimeZoneName.Validator zone = new TimeZoneName.Validator();
        assertThat(zone.isValid("Africa/Nairobi", null)).isTrue();
        for (String wrong : new String[] {"+03:00", "Z", "Africa/Nowhere", "africa/nairobi", "SystemV/PST8", ""}) {
            assertThat(zone.isValid(wrong, null)).as(wrong).isFalse();
        }
    }
}
