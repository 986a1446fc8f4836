package health.miadi.authorisation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** R-AUTH-8: no operation without a decision on who may use it. */
class AuthorisationTableTest {

    @Test
    void everyOperationOfTheOpenApiDocumentHasARowAndNothingElseHas() {
        assertThat(AuthorisationTable.read().operations())
                .containsExactlyInAnyOrderElementsOf(Operations.all().keySet());
    }

    @Test
    void everyOperationIsTried() {
        assertThat(Attempts.operations())
                .containsExactlyInAnyOrderElementsOf(Operations.all().keySet());
    }
}
