package health.miadi.demo.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Follows the server's log while it starts: shows how the sample clinic grows, and finds why a start failed. */
final class ServerLog {
    private static final String PROGRESS = "Sample clinic: ";
    private static final Pattern FAILURE = Pattern.compile("(Caused by: )?[\\w.$]+(?:Exception|Error): (.{1,300}).*");
    private static final String SENTENCE = "Miadi cannot start: ";
    private static final String NONE = "no reason given";

    private final Path file;
    private final PrintStream out;
    private final Optional<Pattern> startedSign;
    private long read;
    private boolean started;
    private String failure = NONE;

    /** A reader of that file that knows by nothing in it when the server has started. */
    ServerLog(Path file, PrintStream out) {
        this(file, out, Optional.empty());
    }

    /** One that knows by a line with that in it. */
    ServerLog(Path file, PrintStream out, Optional<Pattern> startedSign) {
        this.file = file;
        this.out = out;
        this.startedSign = startedSign;
    }

    /** Reads what was written since the last time, whole lines only. */
    void follow() throws IOException {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            log.seek(read);
            byte[] bytes = new byte[(int) Math.min(log.length() - read, Integer.MAX_VALUE / 2)];
            log.readFully(bytes);
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            int end = text.lastIndexOf('\n') + 1;
            read += end;
            new String(bytes, 0, end, StandardCharsets.UTF_8).lines().forEach(this::take);
        }
    }

    private void take(String line) {
        started |= startedSign.isPresent() && startedSign.get().matcher(line).find();
        int progress = line.indexOf(PROGRESS);
        if (progress >= 0) {
            out.println("  " + line.substring(progress));
        }
        int sentence = line.indexOf(SENTENCE);
        if (sentence >= 0) {
            failure = line.substring(sentence).strip();
        }
        if (failure.startsWith(SENTENCE)) {
            return;
        }
        Matcher failed = FAILURE.matcher(line);
        // the deepest cause says most
        if (failed.matches() && (failed.group(1) != null || failure.equals(NONE))) {
            failure = failed.group(2).strip();
        }
    }

    /** Whether a line of it said so. */
    boolean saysStarted() {
        return started;
    }

    /** Whether the server gave a reason for its failure. */
    boolean tellsWhy() {
        return !failure.equals(NONE);
    }

    /** What the server said of an application that it could not start. */
    String failure() {
        return failure;
    }
}
