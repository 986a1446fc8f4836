package health.miadi.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.console.database.ConsoleDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The transcript on a clinic in a database. */
@Tag("no-server")
class DatabaseTranscriptIT extends TranscriptContract {
    private ConsoleDatabase clinic;
    private ShellFixture shell;

    @BeforeEach
    void opens() {
        clinic = new ConsoleDatabase();
        shell = new ShellFixture(clinic::storage);
    }

    private List<String> noted(String entity) {
        return clinic.database()
                .texts(
                        "SELECT action FROM audit_entries WHERE entity = ? AND actor_name = ? ORDER BY id",
                        entity,
                        System.getProperty("user.name"));
    }

    /** R-REC-5: a command that is typed leaves its entry, whatever way it shows somebody. */
    @Test
    void eachCommandThatShowsAPatientLeavesAnEntry() {
        String id = shell.create("create Patient firstName=Amina lastName=Okoth nationalId=29876543");
        assertThat(noted("patient")).containsExactly("created");
        assertThat(shell.run("show Patient " + id).out()).contains("Amina");
        assertThat(noted("patient")).containsExactly("created", "read");
        assertThat(shell.run("Patient.show(\"" + id + "\")").out()).contains("Amina");
        assertThat(shell.run("all Patient").out()).contains("Amina");
        assertThat(noted("patient")).containsExactly("created", "read", "read", "read");
        shell.run("update Patient " + id + " lastName Wafula");
        shell.run("destroy Patient " + id);
        assertThat(noted("patient").subList(4, noted("patient").size())).contains("changed", "removed");
        assertThat(shell.run("show Patient " + id).err()).isEqualTo("** no instance found **\n");
    }

    @AfterEach
    void closes() {
        shell.close();
    }

    @Override
    ShellFixture shell() {
        return shell;
    }
}
