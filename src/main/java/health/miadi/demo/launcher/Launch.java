package health.miadi.demo.launcher;

import health.miadi.demo.SampleLogins;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** One run of Miadi, from the first check to its end. */
final class Launch {
    private static final long START_LIMIT_NANOS = TimeUnit.MINUTES.toNanos(10);
    private static final int ASK_EVERY_MILLIS = 50;

    /** A process is without a program before it is without its sockets, longer so on a busy machine. */
    private static final Duration PORT_LIMIT_AFTER_ANOTHER = Duration.ofSeconds(20);

    private final LaunchSettings settings;
    private final ServerMake make;
    private final RunningParts parts;
    private final PrintStream out;

    Launch(LaunchSettings settings, ServerMake make, RunningParts parts, PrintStream out) {
        this.settings = settings;
        this.make = make;
        this.parts = parts;
        this.out = out;
    }

    /**
     * Starts everything, says where it is, and waits until one of the processes ends; so it never returns.
     *
     * @throws LaunchRefusal when something does not start, or ends by itself
     */
    void run() throws IOException {
        MiadiHome home = MiadiHome.open(settings.home());
        boolean followsAnother = home.endFormerRun();
        LoopbackPort.proveFree(settings.port(), followsAnother ? PORT_LIMIT_AFTER_ANOTHER : Duration.ZERO);
        Secrets.keepSigningKey(home.signingKey());
        EmbeddedDatabase embedded = new EmbeddedDatabase(home);
        boolean embeddedKept = embedded.exists();
        Optional<SampleLogins> logins =
                SampleLoginsFile.keep(home.logins(), settings.ownDatabase().isEmpty() && embeddedKept);

        RunningDatabase database;
        if (settings.ownDatabase().isPresent()) {
            out.println("Miadi uses the PostgreSQL at MIADI_DB_URL.");
            database = OwnDatabase.prove(settings.ownDatabase().get());
        } else {
            out.println(
                    embeddedKept ? "Miadi starts its database." : "Miadi makes its database; it is the first start.");
            database = embedded.start(parts);
        }
        if (givesNoRecordKeys(System.getenv()) && Secrets.keepRecordKey(home.recordKeys())) {
            out.println("Miadi makes the key of the medical records: " + home.recordKeys()
                    + ". Without it nobody can read them.");
        }
        out.println("Miadi starts its server, " + make.title() + ".");
        ServerProcess server = parts.start(() -> ServerProcess.start(
                make, home, settings.port(), database.processId(), environment(home, database.access())));
        awaitReady(server, database, home);
        Announcement.print(out, settings.port(), server.healthPort(), home, logins);
        server.classes().ifPresent(this::prepareNextStart);
        awaitEnd(server, database, home);
    }

    /** Whether the person's settings have no key for medical records, so that the home's is used. */
    static boolean givesNoRecordKeys(Map<String, String> environment) {
        return Stream.of("MIADI_RECORDS_KEYS", "MIADI_RECORDS_KEYS_FILE", "MIADI_RECORDS_KEYSTORE_FILE")
                .noneMatch(name -> !environment.getOrDefault(name, "").isBlank());
    }

    /** What the application is told, beside what the person set. */
    private static Map<String, String> environment(MiadiHome home, DatabaseAccess database) {
        Map<String, String> given = System.getenv();
        Map<String, String> environment = new HashMap<>(database.asEnvironment());
        if (!given.containsKey("MIADI_JWT_PRIVATE_KEY")) {
            environment.put("MIADI_JWT_PRIVATE_KEY_FILE", home.signingKey().toString());
        }
        if (givesNoRecordKeys(System.getenv())) {
            environment.put("MIADI_RECORDS_KEYS_FILE", home.recordKeys().toString());
        }
        environment.put("MIADI_SAMPLE_CLINIC", "true");
        // nobody is to be sent elsewhere
        environment.put("MIADI_STOP_DRAIN_SECONDS", "0");
        environment.put("MIADI_SAMPLE_LOGINS_FILE", home.logins().toString());
        for (String name :
                new String[] {"MIADI_JWT_PRIVATE_KEY_FILE", "MIADI_SAMPLE_CLINIC", "MIADI_STOP_DRAIN_SECONDS"}) {
            environment.computeIfPresent(name, (key, value) -> given.getOrDefault(key, value));
        }
        return environment;
    }

    private void awaitReady(ServerProcess server, RunningDatabase database, MiadiHome home) throws IOException {
        Readiness readiness = new Readiness(server.healthPort());
        ServerLog log = server.log(out);
        long begun = System.nanoTime();
        while (true) {
            // asked before the health endpoint: an application that comes later than this is no failure
            boolean started = server.hasStarted(log);
            Readiness.Answer answer = server.mayBeAsked(started) ? readiness.ask() : Readiness.Answer.NOT_YET;
            log.follow();
            if (answer == Readiness.Answer.READY) {
                return;
            }
            if (started && answer == Readiness.Answer.NO_APPLICATION) {
                throw notStarted(log, home);
            }
            if (System.nanoTime() - begun > START_LIMIT_NANOS) {
                throw new LaunchRefusal("Miadi was not ready within ten minutes; " + home.logs() + " tells why.");
            }
            try {
                CompletableFuture.anyOf(server.ended(), database.ended()).get(ASK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
                log.follow();
                if (log.tellsWhy()) {
                    throw notStarted(log, home);
                }
                if (server.classes().isPresent()) {
                    server.classes().get().discard();
                }
                throw new LaunchRefusal("Miadi ended while it started; " + home.logs() + " tells why.");
            } catch (TimeoutException stillRunning) {
                // ask again
            } catch (InterruptedException | ExecutionException e) {
                throw new IOException("Interrupted while Miadi started", e);
            }
        }
    }

    private static LaunchRefusal notStarted(ServerLog log, MiadiHome home) {
        return new LaunchRefusal("Miadi's application did not start (" + log.failure() + "); see " + home.logs() + ".");
    }

    private void prepareNextStart(ClassArchive classes) {
        if (classes.exists()) {
            return;
        }
        try {
            parts.start(classes::make);
        } catch (UncheckedIOException e) {
            out.println("The next start will take as long as this one: " + e.getMessage());
        }
    }

    private static void awaitEnd(ServerProcess server, RunningDatabase database, MiadiHome home) {
        CompletableFuture.anyOf(server.ended(), database.ended()).join();
        String part = database.ended().isDone() ? "database" : "server";
        throw new LaunchRefusal("Miadi's " + part + " ended by itself; " + home.logs() + " tells why.");
    }
}
