package health.miadi.faults;

import health.miadi.testing.server.ServerUnderTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The figures of {@code docs/reliability.md}: each run writes its own rows, and leaves those that it did not measure. */
final class Figures {
    private static final Path PAGE = Path.of("docs/reliability.md");
    private static final String HEAD =
            "| Fault | Booked | Refused, and sent again | Without an answer | Longest answer | Longest time without"
                    + " a booking | Booked again after the return | Lost | Twice |\n"
                    + "|---|---:|---:|---:|---:|---:|---:|---:|---:|\n";

    private Figures() {}

    /**
     * What one fault cost.
     *
     * @param booked acknowledged to the client
     * @param refused answers 503, or 409 while the first try was under way
     * @param brokenOff connections that ended without an answer
     * @param longestMillis until an answer came
     * @param gapMillis longest time in which nobody booked
     * @param backMillis from the return of what was away until somebody booked, -1 where nothing was away
     * @param noticed bookings for which one more try was not enough
     * @param lost acknowledged, and not in the database
     * @param twice in the database more often than acknowledged
     */
    record Row(
            String fault,
            int booked,
            int refused,
            int brokenOff,
            long longestMillis,
            long gapMillis,
            long backMillis,
            int noticed,
            int lost,
            int twice) {

        private String line() {
            return "| %s | %d | %d | %d | %s | %s | %s | %d | %d |"
                    .formatted(
                            fault,
                            booked,
                            refused,
                            brokenOff,
                            seconds(longestMillis),
                            seconds(gapMillis),
                            backMillis < 0 ? "" : seconds(backMillis),
                            lost,
                            twice);
        }

        private static String seconds(long millis) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
        }
    }

    /** Says what was not tried, where nobody overlooks it. */
    static void skipped(String why) {
        String line = "!".repeat(why.length() + 14);
        System.out.println(line + "\n!! SKIPPED: " + why + " !!\n" + line);
    }

    /** Puts a row into the page, in the place of an older one of the same fault. */
    static synchronized void add(Row row) {
        System.out.println(row.line());
        put("faults-" + (ServerUnderTest.isPayara() ? "payara" : "wildfly"), HEAD, row.fault(), row.line());
    }

    /** Says on what it was measured. */
    static synchronized void machine() {
        String make = ServerUnderTest.isPayara() ? "payara" : "wildfly";
        String text = "%s. %d processors (%s), %d GiB of memory, which other work may have shared; Java %s, %s, %s."
                .formatted(
                        ServerUnderTest.isPayara() ? "Payara Micro" : "WildFly",
                        Runtime.getRuntime().availableProcessors(),
                        of("/proc/cpuinfo", "model name\\s*:\\s*(.+)"),
                        Long.parseLong(of("/proc/meminfo", "MemTotal:\\s*(\\d+)")) / (1024 * 1024),
                        System.getProperty("java.version"),
                        Program.ofPostgres("postgres")
                                .map(program -> Program.versionOf(program, "--version"))
                                .map(version ->
                                        version.replaceAll("postgres \\(PostgreSQL\\) ([\\d.]+).*", "PostgreSQL $1"))
                                .orElse("no PostgreSQL"),
                        Program.find("haproxy")
                                .map(program -> Program.versionOf(program, "-v"))
                                .map(version -> version.replaceAll("HAProxy version ([\\d.]+).*", "HAProxy $1"))
                                .orElse("no HAProxy"));
        replace("machine-" + make, text + "\n");
    }

    private static String of(String file, String pattern) {
        try {
            Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(Path.of(file)));
            return matcher.find() ? matcher.group(1).strip() : "unknown";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(String block, String head, String key, String line) {
        Map<String, String> rows = new LinkedHashMap<>();
        List<String> old = new ArrayList<>(content(block).lines().toList());
        old.stream()
                .filter(each -> each.startsWith("| "))
                .skip(1)
                .forEach(each -> rows.put(each.split(" \\| ")[0].substring(2), each));
        rows.put(key, line);
        replace(block, head + rows.values().stream().collect(Collectors.joining("\n", "", "\n")));
    }

    private static Pattern block(String name) {
        return Pattern.compile("(<!-- " + name + " -->\n)(.*?)(<!-- end -->)", Pattern.DOTALL);
    }

    private static String content(String block) {
        try {
            Matcher matcher = block(block).matcher(Files.readString(PAGE));
            return matcher.find() ? matcher.group(2) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void replace(String block, String content) {
        try {
            String page = Files.readString(PAGE);
            Matcher matcher = block(block).matcher(page);
            if (!matcher.find()) {
                throw new IllegalStateException(PAGE + " has no place for " + block);
            }
            Files.writeString(PAGE, page.substring(0, matcher.start(2)) + content + page.substring(matcher.end(2)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
