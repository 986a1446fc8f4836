package health.miadi.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console as a person uses it, at a pseudo-terminal. */
@Tag("no-server")
class PromptIT {
    private static final String PASSWORD = "tall Purple giraffes 77";
    private static final String BETTY = "create Provider firstName=Betty lastName=Bar cadre=nurse timeZone=UTC";

    @TempDir
    Path directory;

    @Test
    void linesAreReadUntilQuit() throws Exception {
        try (TypedConsole console = start()) {
            console.enter("").see(TypedConsole.PROMPT);
            console.enter("count Provider").see("\n0\n" + TypedConsole.PROMPT);
            console.enter("all MyModel").see("** class doesn't exist **\n" + TypedConsole.PROMPT);
            assertThat(console.everything()).contains("\u001b[31m** class doesn't exist **");
            console.enter("quit");
            assertThat(console.exitCode()).isZero();
        }
    }

    @Test
    void controlDEndsItAndControlCGivesUpTheLine() throws Exception {
        try (TypedConsole console = start()) {
            console.type("destroy Prov").type("\u0003").see(TypedConsole.PROMPT);
            console.enter("count User").see("\n0\n" + TypedConsole.PROMPT);
            console.type("\u0004");
            assertThat(console.exitCode()).isZero();
        }
    }

    @Test
    void tabCompletesCommandsClassesIdsAttributesAndWords() throws Exception {
        try (TypedConsole console = start()) {
            console.enter(BETTY).see(TypedConsole.PROMPT);
            console.type("cou\t").see("count ");
            console.type("Prov\t").see("Provider ");
            console.enter("").see("\n1\n" + TypedConsole.PROMPT);
            console.type("show Provider \t").see("-");
            console.enter("").see("'firstName': 'Betty'");
            console.see(TypedConsole.PROMPT);
            console.type("create Patient gend\t").see("gender=");
            console.type("fem\t").see("female");
            console.enter(" firstName=Ann lastName=Otieno").see(TypedConsole.PROMPT);
            console.enter("find Patient gender=female").see("'lastName': 'Otieno'");
            console.see(TypedConsole.PROMPT);
            console.type("Provider.cou\t").see("count(");
            console.enter(")").see("\n1\n" + TypedConsole.PROMPT);
        }
    }

    @Test
    void aPersonIsAskedForWhatIsMissing() throws Exception {
        try (TypedConsole console = start()) {
            console.enter("create AppointmentType").see("name (its name): ");
            console.enter("First visit").see("durationMinutes (how long it takes): ");
            console.enter("soon").see("** durationMinutes: must be a whole number **");
            console.see("durationMinutes (how long it takes): ");
            console.enter("45").see(TypedConsole.PROMPT);
            console.enter("create AppointmentType").see("name (its name): ");
            console.type("\u0003").see("** given up; nothing was changed **");
            console.see(TypedConsole.PROMPT);
            console.enter("count AppointmentType").see("\n1\n" + TypedConsole.PROMPT);
        }
    }

    @Test
    void passwordsAreAskedTwiceAndAppearNowhere() throws Exception {
        try (TypedConsole console = start()) {
            console.enter("create User username=boss role=admin").see("not shown): ");
            console.enter(PASSWORD).see("once more: ");
            console.enter("another one entirely").see("** the two differ **");
            console.see("not shown): ");
            console.enter(PASSWORD).see("once more: ");
            console.enter(PASSWORD).see(TypedConsole.PROMPT);
            console.enter("create User username=second role=admin password='" + PASSWORD + " again'")
                    .see(TypedConsole.PROMPT);
            console.enter("User.count()").see("\n2\n" + TypedConsole.PROMPT);
            assertThat(console.everything()).containsOnlyOnce("giraffes");
            console.enter("quit");
            assertThat(console.exitCode()).isZero();
        }
        assertThat(directory.resolve("clinic.json")).content().doesNotContain("giraffes");
        assertThat(history()).content().contains("User.count()").doesNotContain("giraffes", "second");
    }

    @Test
    void linesComeBackInTheNextSessionForTheirOwnerAlone() throws Exception {
        try (TypedConsole console = start()) {
            console.enter("count AppointmentType").see("\n0\n" + TypedConsole.PROMPT);
            console.enter("quit");
            console.exitCode();
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(history())))
                .isEqualTo("rw-------");
        try (TypedConsole console = start()) {
            // up twice: past the quit
            console.type("\u001bOA").see("quit");
            console.type("\u001bOA").see("count AppointmentType");
            console.enter("").see("\n0\n" + TypedConsole.PROMPT);
        }
    }

    @Test
    void longOutcomesComePageByPage() throws Exception {
        try (TypedConsole console = ConsoleProcess.atTerminal(directory, 6, "--format", "table")) {
            console.see(TypedConsole.PROMPT);
            console.enter("describe Appointment").see("-- more: space, one line: enter, stop: q --");
            console.type(" ").see("-- more");
            console.type("q").see(TypedConsole.PROMPT);
            console.enter("count User").see("\n0\n" + TypedConsole.PROMPT);
        }
    }

    @Test
    void aSecondConsoleOnTheFileIsToldInOneLine() throws Exception {
        try (TypedConsole first = start();
                TypedConsole second = ConsoleProcess.atTerminal(directory, 40)) {
            second.see("is open in another console; close that one first **");
            assertThat(second.exitCode()).isEqualTo(3);
            first.enter("count User").see("\n0\n" + TypedConsole.PROMPT);
        }
    }

    private TypedConsole start() throws IOException {
        TypedConsole console = ConsoleProcess.atTerminal(directory, 40);
        console.see(TypedConsole.PROMPT);
        return console;
    }

    private Path history() {
        return directory.resolve("home").resolve("console-history");
    }
}
