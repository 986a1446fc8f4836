package health.miadi.authorisation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** R-REC-5: nothing is read without a decision on whether the trail tells of it. */
class ReadTableTest {
    @Test
    void everyGetOfTheOpenApiDocumentHasARowAndNothingElseHas() {
        assertThat(ReadTable.read().operations()).containsExactlyInAnyOrderElementsOf(ReadTable.reads());
    }
}
