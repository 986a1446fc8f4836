package health.miadi.shared.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecordJavadocTest {

    private static final String SOURCE = """
            /** Something else. */
            class Other {}

            /**
             * A booking, with {@code everything} that
             * it needs.
             *
             * @param patientId for whom; patients
             *     may leave it out
             * @param start a start
             */
            @Schema(name = "Booked")
            public record Booking(UUID patientId, Instant start, @Nullable String reason) {
                /** A part. */
                record Part(int size) {}

                record Bare(int size) {}
            }
            """;

    @Test
    void theDescriptionIsTheTextBeforeTheTagsInOneLine() {
        assertThat(RecordJavadoc.of("Booking", SOURCE).description())
                .isEqualTo("A booking, with `everything` that it needs.");
    }

    @Test
    void aMemberIsDescribedByItsTag() {
        assertThat(RecordJavadoc.of("Booking", SOURCE).members())
                .containsEntry("patientId", "for whom; patients may leave it out")
                .containsEntry("start", "a start")
                .doesNotContainKey("reason");
    }

    @Test
    void aNestedRecordHasItsOwn() {
        assertThat(RecordJavadoc.of("Part", SOURCE).description()).isEqualTo("A part.");
    }

    @Test
    void aRecordWithoutJavadocHasNoDescription() {
        assertThat(RecordJavadoc.of("Bare", SOURCE).description()).isNull();
        assertThat(RecordJavadoc.of("Missing", SOURCE).members()).isEmpty();
    }
}
