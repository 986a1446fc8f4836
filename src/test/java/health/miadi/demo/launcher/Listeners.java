package health.miadi.demo.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which addresses a process listens on over TCP, as Linux tells it. */
final class Listeners {
    private static final String LISTENING = "0A";

    private Listeners() {}

    /** Addresses in the notation of {@code /proc/net/tcp}: hexadecimal, in the byte order of the machine; none of a process that has ended. */
    static Set<String> addressesOf(ProcessHandle process) throws IOException {
        Set<String> sockets;
        try (Stream<Path> files = Files.list(Path.of("/proc/" + process.pid() + "/fd"))) {
            sockets = files.map(Listeners::target)
                    .filter(target -> target.startsWith("socket:["))
                    .map(target -> target.replaceAll("[^0-9]", ""))
                    .collect(Collectors.toSet());
        } catch (NoSuchFileException endedMeanwhile) {
            return Set.of();
        }
        Set<String> addresses = new TreeSet<>();
        for (String table : new String[] {"tcp", "tcp6"}) {
            for (String line : Files.readAllLines(Path.of("/proc/net/" + table))) {
                String[] fields = line.strip().split("\\s+", -1);
                if (fields[3].equals(LISTENING) && sockets.contains(fields[9])) {
                    addresses.add(fields[1].replaceFirst(":.*", ""));
                }
            }
        }
        return addresses;
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }
}
