package health.miadi.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.console.shell.ShellFixture.Result;
import org.junit.jupiter.api.Test;

/** What the first users saw, whatever their objects are kept in. */
abstract class TranscriptContract {
    static final String BETTY = "create Provider firstName=Betty lastName=\"Bar\" cadre=nurse timeZone=Africa/Nairobi";

    /** A console on an empty clinic. */
    abstract ShellFixture shell();

    /** The first users' transcript, line for line, with a class of today. */
    @Test
    void theTranscriptGivesWhatItShows() {
        ShellFixture shell = shell();
        assertThat(shell.run("all MyModel").err()).isEqualTo("** class doesn't exist **\n");
        assertThat(shell.run("show Provider").err()).isEqualTo("** instance id missing **\n");
        assertThat(shell.run("show Provider My_First_Model").err()).isEqualTo("** no instance found **\n");
        String first = shell.create(BETTY);
        assertThat(first).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        String object = "[Provider] (" + first + ") {'id': '" + first + "', 'firstName': 'Betty', 'lastName': 'Bar'";
        assertThat(shell.run("all Provider").out()).startsWith("[\"" + object).endsWith("'}\"]\n");
        assertThat(shell.run("show Provider " + first).out()).startsWith(object).endsWith("Z'}\n");
        assertThat(shell.run("destroy").err()).isEqualTo("** class name missing **\n");
        assertThat(shell.run("update Provider " + first + " firstName \"Elizabeth\""))
                .isEqualTo(new Result("", "", 0));
        assertThat(shell.run("show Provider " + first).out()).contains("'firstName': 'Elizabeth'");
        String second = shell.create(BETTY.replace("Betty", "Ann"));
        assertThat(shell.run("all Provider").out())
                .startsWith("[\"[Provider] (" + first + ") {")
                .contains("}\", \"[Provider] (" + second + ") {");
        assertThat(shell.run("Provider.all()").out())
                .startsWith("[[Provider] (" + first + ") {")
                .contains("}, [Provider] (" + second + ") {")
                .endsWith("}]\n");
        assertThat(shell.run("destroy Provider " + first)).isEqualTo(new Result("", "", 0));
        assertThat(shell.run("show Provider " + first).err()).isEqualTo("** no instance found **\n");
        assertThat(shell.run("Provider.count()").out()).isEqualTo("1\n");
        assertThat(shell.run("", "  ")).isEqualTo(new Result("", "", 0));
        assertThat(shell.run("Provider.show(\"" + second + "\")").out()).startsWith("[Provider] (" + second + ") {");
        assertThat(shell.run("Provider.show(\"Bar\")").err()).isEqualTo("** no instance found **\n");
        assertThat(shell.run("User.all()").out()).isEqualTo("[]\n");
    }
}
