package health.miadi.demo.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A make of application server that the run command can run Miadi on; what is peculiar to one is in its own class. */
interface ServerMake {

    /** What people call it. */
    String title();

    /**
     * Makes it ready in the home, with the WAR to be deployed at the root of that port of the loopback address.
     *
     * @throws LaunchRefusal when its programs are not what they should be
     */
    Prepared prepare(MiadiHome home, int port) throws IOException;

    /**
     * How to run it.
     *
     * @param jvm its virtual machine
     * @param options more of them, for this run
     * @param mainClass on the virtual machine's class path
     * @param arguments of the main class
     * @param healthPort where {@code /health} is
     * @param saysStarted what it prints once it has started, where its main class returns before that
     * @param classes the archive of its classes, where they can be archived
     */
    record Prepared(
            ServerJvm jvm,
            List<String> options,
            String mainClass,
            List<String> arguments,
            int healthPort,
            Optional<Pattern> saysStarted,
            Optional<ClassArchive> classes) {}

    /**
     * The one of that name.
     *
     * @param programs where Maven put it
     * @param project the project's root, which has the WAR and the server's settings
     * @throws LaunchRefusal when there is none of that name
     */
    static ServerMake of(String name, Path programs, Path project) {
        Path war = project.resolve("target/miadi.war");
        return switch (name) {
            case "payara" ->
                new PayaraMicro(
                        programs,
                        war,
                        project.resolve("payara/pre-boot.asadmin"),
                        project.resolve("payara/logging.properties"));
            case "wildfly" -> new WildFly(programs, war, project.resolve("wildfly/configure.cli"));
            default ->
                throw new LaunchRefusal("Miadi runs on payara and on wildfly, and not on \"" + name
                        + "\": say -Dserver=wildfly, or nothing for Payara Micro.");
        };
    }
}
