package health.miadi.console.shell;

import health.miadi.console.support.SupportBundle;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The options of the console, and the decision who types: a person at a terminal, or a script.
 *
 * <p>Exit codes: 0 when all commands were done, 1 when one was refused, 2 for options that are none, 3 when the storage cannot
 * be used, 141 when nobody reads the outcomes any more.
 */
@Command(
        name = "miadi",
        mixinStandardHelpOptions = true,
        versionProvider = ConsoleVersion.class,
        header = "Every object of the clinic at a prompt, or from a script.",
        synopsisHeading = "%nUsage: ",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  miadi                                      a prompt; help teaches the rest",
            "  miadi --storage fs --file clinic.json      on a file, without a database",
            "  miadi -c 'count Patient' -c 'all Provider' --format json",
            "  miadi < commands.txt                       one command a line",
            "  miadi --support-bundle help.zip --log server.log",
            "",
            "Exit codes: 0 all done, 1 a command was refused, 2 wrong options, 3 the storage",
            "cannot be used."
        },
        sortOptions = false)
public final class ConsoleMain implements Callable<Integer> {
    private static final int BROKEN_PIPE = 141;

    @Option(
            names = {"-c", "--command"},
            paramLabel = "<command>",
            description = "do this and end; as often as you like, in order")
    @Nullable
    List<String> commands;

    @Option(
            names = "--format",
            paramLabel = "table|json|line",
            description = "how outcomes are shown (default: line)",
            converter = FormatOption.class)
    OutputFormat format = OutputFormat.LINE;

    @Option(
            names = "--storage",
            paramLabel = "db|fs",
            description = "the database, or a file (default: HMS_TYPE_STORAGE, else db)")
    @Nullable
    String storage;

    @Option(
            names = "--file",
            paramLabel = "<file>",
            description = "the file of the storage fs (default: clinic.json in MIADI_HOME)")
    @Nullable
    Path file;

    @Option(
            names = "--support-bundle",
            paramLabel = "<zip>",
            description = "write what helps to understand a problem, without anything of a person, and end")
    @Nullable
    Path supportBundle;

    @Option(
            names = "--log",
            paramLabel = "<file>",
            description = "a node's log, for the support bundle; as often as you like")
    List<Path> logs = List.of();

    @Option(
            names = "--process",
            paramLabel = "<id>",
            description = "a node's process on this machine, for the support bundle; as often as you like")
    List<Long> processes = List.of();

    @Spec
    CommandSpec spec = CommandSpec.create();

    /** Made by {@link #run}. */
    private ConsoleMain() {}

    /**
     * Runs a console.
     *
     * @param arguments of the command line
     * @return its exit code
     */
    public static int run(String... arguments) {
        return new CommandLine(new ConsoleMain())
                .setOut(utf8(System.out))
                .setErr(utf8(System.err))
                .execute(arguments);
    }

    @Override
    public Integer call() {
        Map<String, String> environment = System.getenv();
        if (supportBundle != null) {
            return support(supportBundle, environment);
        }
        try (Storages storages = Storages.of(spec.commandLine(), storage, file, environment)) {
            if (commands != null) {
                return Batch.standard(storages, format).run(commands.stream().flatMap(String::lines));
            }
            return StandardStreams.areTerminal()
                    ? new Prompt(storages, format, environment).run()
                    : Batch.standard(storages, format).run(StandardStreams.lines());
        } catch (BatchScreen.BrokenPipeException nobodyReads) {
            return BROKEN_PIPE;
        }
    }

    private int support(Path bundle, Map<String, String> environment) {
        try {
            SupportBundle.write(
                    bundle,
                    String.join("", new ConsoleVersion().getVersion()),
                    environment,
                    Path.of(System.getProperty("miadi.project", "")),
                    logs,
                    processes);
            spec.commandLine().getOut().println("Written: " + bundle + ". Look into it before you send it.");
            return 0;
        } catch (FileAlreadyExistsException there) {
            return refused("There is a file of that name already.");
        } catch (IOException failed) {
            return refused("It cannot be written, or a log cannot be read ("
                    + failed.getClass().getSimpleName() + ").");
        }
    }

    private int refused(String sentence) {
        spec.commandLine().getErr().println(sentence);
        return 1;
    }

    private static PrintWriter utf8(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    /** Reads the name of a format, whatever its case. */
    static final class FormatOption implements CommandLine.ITypeConverter<OutputFormat> {
        @Override
        public OutputFormat convert(String value) {
            try {
                return OutputFormat.ofWord(value);
            } catch (CommandException none) {
                throw new CommandLine.TypeConversionException(none.getMessage());
            }
        }
    }
}
