package health.miadi.shared.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.testing.SuiteServer;
import health.miadi.testing.server.TestDatabase;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** R-REC-5: the log warns of a role that could change the audit trail, whatever is configured. */
class ApplicationRoleIT {
    @Test
    void aRoleThatOwnsNothingIsNoReasonToWarn() {
        assertThat(ApplicationRole.mayChangeTheTrail(as("miadi"))).isFalse();
        assertThat(SuiteServer.get().logged()).doesNotContain("MIADI_DB_OWNER_USER");
    }

    @Test
    void theOwnerOfTheTablesIsOne() {
        assertThat(ApplicationRole.mayChangeTheTrail(as("miadi_owner"))).isTrue();
    }

    @Test
    void itsNameReachesTheScriptWhateverSignsItHas() {
        assertThat(ApplicationRole.naming("o'brien")).isEqualTo("SET miadi.application_role = 'o''brien'");
    }

    private static PGSimpleDataSource as(String role) {
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(SuiteServer.get().database().url());
        dataSource.setUser(role);
        dataSource.setPassword(TestDatabase.password());
        return dataSource;
    }
}
