package health.miadi.audit.control;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.identity.entity.AccountTerms;
import health.miadi.identity.entity.Role;
import org.junit.jupiter.api.Test;

/** R-REC-6: an entry of a change names the fields, and no value. */
class ChangedFieldsTest {
    private final AccountTerms before = new AccountTerms("amina", "amina@example.org", Role.PROVIDER, null, true);

    @Test
    void tellsARoleFromAnAddress() {
        AccountTerms promoted = new AccountTerms("amina", "amina@example.org", Role.ADMIN, null, true);

        assertThat(ChangedFields.between(before, promoted).words()).isEqualTo("role");
        assertThat(ChangedFields.between(before, before.withEmail("a@example.org"))
                        .words())
                .isEqualTo("email");
        assertThat(ChangedFields.between(before, promoted).and("password").toString())
                .isEqualTo("ChangedFields [role, password]")
                .doesNotContain("amina");
    }

    @Test
    void saysNothingOfAChangeThatChangesNothing() {
        assertThat(ChangedFields.between(before, before)
                        .and("reason", null, null)
                        .words())
                .isNull();
    }
}
