package health.miadi.demo.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Payara Micro.
 *
 * @param packed its jar
 * @param bootCommands administration commands that it obeys before it starts
 * @param logging what it logs and how
 */
record PayaraMicro(Path packed, Path war, Path bootCommands, Path logging) implements ServerMake {

    @Override
    public String title() {
        return "Payara Micro";
    }

    @Override
    public Prepared prepare(MiadiHome home, int port) throws IOException {
        UnpackedServer server = UnpackedServer.keep(packed, home.serverPrograms(), home.scratch());
        ServerJvm jvm = ServerJvm.of(server);
        List<String> options = List.of(
                "-Dfish.payara.micro.BootJar=" + server.launcher().toUri(),
                "-Dfish.payara.micro.UnpackDir=" + server.directory());

        Path instance = server.newInstance(home.scratch().resolve("payara"));
        List<String> arguments = new ArrayList<>(List.of("--rootdir", instance.toString()));
        arguments.addAll(List.of("--logproperties", logging.toString()));
        arguments.addAll(List.of("--nohazelcast", "--disablephonehome", "--port", Integer.toString(port)));
        arguments.addAll(List.of("--prebootcommandfile", bootCommands.toString()));
        arguments.addAll(List.of("--deploy", war.toString(), "--contextroot", "/"));
        return new Prepared(
                jvm,
                options,
                UnpackedServer.MAIN_CLASS,
                arguments,
                port,
                Optional.empty(),
                Optional.of(new ClassArchive(jvm, home)));
    }
}
