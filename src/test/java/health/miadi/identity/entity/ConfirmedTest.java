package health.miadi.identity.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R-PERS-2: what staff enter is confirmed")
class ConfirmedTest {
    private static PersonalDetails details(@Nullable String phone, @Nullable String nationalId) {
        return new PersonalDetails("Amina", null, null, null, phone, "a@example.org", nationalId);
    }

    @Test
    void ofWhatTheyChangeAndNoMore() {
        assertThat(Confirmed.entered(details("0712345678", null), details("0712345678", "AB 1")))
                .isEqualTo(new Confirmed(false, false, true));
    }

    @Test
    void andNothingOfWhatTheyRemove() {
        assertThat(Confirmed.entered(details("0712345678", "AB 1"), details(null, "AB 1"))
                        .isNothing())
                .isTrue();
    }

    @Test
    void inANewFileAllThatIsThere() {
        assertThat(Confirmed.all(details(null, "AB 1"))).isEqualTo(new Confirmed(false, true, true));
    }
}
