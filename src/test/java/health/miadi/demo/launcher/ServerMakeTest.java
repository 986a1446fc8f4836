package health.miadi.demo.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerMakeTest {
    private static final Path PROJECT = Path.of("/srv/miadi");

    @TempDir
    Path directory;

    @AfterEach
    void letGo() {
        MiadiHome.release();
    }

    @Test
    void thePersonChoosesTheMakeByItsName() {
        assertThat(ServerMake.of("payara", Path.of("/m2/payara-micro.jar"), PROJECT))
                .isEqualTo(new PayaraMicro(
                        Path.of("/m2/payara-micro.jar"),
                        Path.of("/srv/miadi/target/miadi.war"),
                        Path.of("/srv/miadi/payara/pre-boot.asadmin"),
                        Path.of("/srv/miadi/payara/logging.properties")));
        assertThat(ServerMake.of("wildfly", Path.of("/srv/miadi/target/run/wildfly"), PROJECT))
                .isEqualTo(new WildFly(
                        Path.of("/srv/miadi/target/run/wildfly"),
                        Path.of("/srv/miadi/target/miadi.war"),
                        Path.of("/srv/miadi/wildfly/configure.cli")));
    }

    @Test
    void anotherNameIsRefusedAndQuoted() {
        assertThatThrownBy(() -> ServerMake.of("wildlfy", Path.of("/m2/payara-micro.jar"), PROJECT))
                .isInstanceOf(LaunchRefusal.class)
                .hasMessage(
                        "Miadi runs on payara and on wildfly, and not on \"wildlfy\": say -Dserver=wildfly, or nothing for"
                                + " Payara Micro.");
    }

    @Test
    void aWildFlyThatWasNotWholeIsRefusedInOneSentence() throws Exception {
        Path provisioned = Files.createDirectories(directory.resolve("wildfly-39"));
        Files.createFile(provisioned.resolve("jboss-modules.jar"));
        MiadiHome home = MiadiHome.open(directory.resolve("home"));

        assertThatThrownBy(() -> ServerMake.of("wildfly", provisioned, PROJECT).prepare(home, 8080))
                .isInstanceOf(LaunchRefusal.class)
                .hasMessage("The WildFly in " + provisioned
                        + " is incomplete (standalone/configuration/standalone.xml is missing): delete it, and run the command"
                        + " again.");
    }
}
