package health.miadi.shared.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import health.miadi.shared.refusal.FieldError;
import health.miadi.shared.refusal.Refusal;
import health.miadi.shared.validation.AsGiven;
import jakarta.validation.Validation;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A strict JSON body")
@SuppressWarnings("NullAway") // tests hand over what the compiler forbids
class StrictJsonTest {
    private final StrictJsonProvider provider = new StrictJsonProvider();

    StrictJsonTest() {
        provider.validator = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()
                .getValidator();
    }

    enum Colour {
        DARK_RED
    }

    record Inner(@NotNull @Size(min = 1, max = 3) String word) {}

    record Body(
            @NotNull @Size(min = 2, max = 5) String name,
            @Nullable Integer count,
            @Nullable Boolean yes,
            @Nullable Instant at,
            @Nullable LocalDate day,
            @Nullable UUID id,
            @Nullable Colour colour,
            @jakarta.validation.Valid @Nullable Inner inner,
            @jakarta.validation.Valid @Nullable List<Inner> list) {}

    record Credentials(
            @NotNull String username, @NotNull @AsGiven String password) {}

    @Test
    @DisplayName("has its text in one form, and what is secret as it is given (R-PERS-1)")
    @SuppressWarnings({"unchecked", "rawtypes"})
    void forms() throws IOException {
        String json = "{\"username\": \"\u00a0Jose\u0301\u200b\", \"password\": \" e\u0301 \"}";

        assertThat(provider.readFrom(
                        (Class) Credentials.class,
                        Credentials.class,
                        new Annotation[0],
                        MediaType.APPLICATION_JSON_TYPE,
                        new MultivaluedHashMap<>(),
                        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(new Credentials("Jos\u00e9", " e\u0301 "));
    }

    @Test
    @DisplayName("becomes its record")
    void reads() throws IOException {
        Body body = (Body) read("{\"name\":\"Ada\",\"count\":3,\"colour\":\"dark_red\",\"day\":\"2026-11-21\"}");
        assertThat(body.name()).isEqualTo("Ada");
        assertThat(body.count()).isEqualTo(3);
        assertThat(body.colour()).isEqualTo(Colour.DARK_RED);
    }

    @ParameterizedTest
    @DisplayName("is refused with a pointer to what is wrong")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"name":"Ada","nmae":1}                | /nmae
                    {"name":"Ada","inner":{"wrod":"x"}}    | /inner/wrod
                    {"name":7}                             | /name
                    {"name":true}                          | /name
                    {"name":"Ada","count":"3"}             | /count
                    {"name":"Ada","count":3.5}             | /count
                    {"name":"Ada","count":true}            | /count
                    {"name":"Ada","yes":"true"}            | /yes
                    {"name":"Ada","yes":1}                 | /yes
                    {"name":"Ada","at":"2026-11-21T09:00"} | /at
                    {"name":"Ada","at":1795291815}         | /at
                    {"name":"Ada","day":"2026-02-30"}      | /day
                    {"name":"Ada","id":"1-1-1-1-1"}        | /id
                    {"name":"Ada","colour":"DARK_RED"}     | /colour
                    {"name":"Ada","colour":0}              | /colour
                    {"name":"Ada","inner":[]}              | /inner
                    {"name":"Ada","list":[{"word":"abcd"}]}| /list/0/word
                    {"name":"A"}                           | /name
                    {"name":null}                          | /name
                    {}                                     | /name
                    """)
    void refuses(String json, String pointer) {
        assertThat(faults(json)).extracting(FieldError::field).containsExactly(pointer);
    }

    @ParameterizedTest
    @DisplayName("is refused as a whole when it is no JSON object")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"name":"Ada"
                    {"name":"Ada"} {"name":"Bob"}
                    {"name":"Ada","name":"Bob"}
                    null
                    [1]
                    x
                    """)
    void refusesWhole(String json) {
        assertThat(faults(json)).hasSize(1);
    }

    @Test
    @DisplayName("is refused when it is nested too deeply")
    void refusesDepth() {
        String deep = "[".repeat(5_000);
        assertThat(faults("{\"name\":\"Ada\",\"list\":" + deep)).isNotEmpty();
    }

    @Test
    @DisplayName("is refused without repeating what it said")
    void doesNotEcho() {
        String secret = "s3cr3t-of-a-patient";
        for (String member : List.of("name", "count", "yes", "at", "day", "id", "colour", "inner", secret)) {
            assertThat(faults("{\"" + member + "\":\"" + secret + "\"}")
                            .toString()
                            .replace("/" + secret, ""))
                    .doesNotContain(secret);
        }
    }

    private List<FieldError> faults(String json) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> read(json));
        assertThat(refusal).as(json).isNotNull();
        return refusal.errors();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private @Nullable Object read(String json) throws IOException {
        return provider.readFrom(
                (Class) Body.class,
                Body.class,
                new Annotation[0],
                MediaType.APPLICATION_JSON_TYPE,
                new MultivaluedHashMap<>(),
                new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
