package health.miadi.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Commands of {@code docs/operating.md}, run as they stand there. */
final class Recipe {
    private static final Path PAGE = Path.of("docs/operating.md");

    private Recipe() {}

    /**
     * Runs the block that begins with that comment.
     *
     * @param environment that the page has its reader set
     */
    static String run(String title, Map<String, String> environment) {
        try {
            Matcher block = Pattern.compile(
                            "``` *sh\n +# " + Pattern.quote(title) + "\n(.*?)```|```sh\n# " + Pattern.quote(title)
                                    + "\n(.*?)```",
                            Pattern.DOTALL)
                    .matcher(Files.readString(PAGE));
            if (!block.find()) {
                throw new IllegalStateException(PAGE + " has no commands for: " + title);
            }
            String commands = block.group(1) == null ? block.group(2) : block.group(1);
            String path = Path.of(OwnPostgres.program("pg_basebackup")).getParent() + ":" + System.getenv("PATH");
            return Program.run(
                    Program.withoutPower(List.of("env", "PATH=" + path, "sh", "-euc", commands)), environment);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
