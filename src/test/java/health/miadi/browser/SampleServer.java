package health.miadi.browser;

import health.miadi.demo.SampleLogins;
import health.miadi.testing.Login;
import health.miadi.testing.SignedUp;
import health.miadi.testing.server.ServerUnderTest;
import health.miadi.testing.server.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A server with the sample clinic and nothing else, as {@code mvn -Prun} shows it: what strangers see first. */
final class SampleServer implements AutoCloseable {

    /** Who looks at a page. */
    enum Who {
        NOBODY,
        PATIENT,
        PROVIDER,
        ADMIN
    }

    private final TestDatabase database;
    private final ServerUnderTest server;

    private SampleServer(TestDatabase database, ServerUnderTest server) {
        this.database = database;
        this.server = server;
    }

    static SampleServer start(Path directory) throws IOException {
        var logins = new SampleLogins(sample(Who.ADMIN), sample(Who.PROVIDER), sample(Who.PATIENT));
        Path file = Files.writeString(directory.resolve("logins.json"), logins.json());
        TestDatabase database = TestDatabase.start();
        try {
            var environment = Map.of("MIADI_SAMPLE_CLINIC", "true", "MIADI_SAMPLE_LOGINS_FILE", file.toString());
            return new SampleServer(database, ServerUnderTest.another("sample", database, environment));
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static SampleLogins.Login sample(Who who) {
        return new SampleLogins.Login(username(who), SignedUp.PASSWORD);
    }

    private static String username(Who who) {
        return who.name().toLowerCase(Locale.ROOT);
    }

    URI address() {
        return server.address();
    }

    /** What that person signs in with, null for nobody. */
    static @Nullable Login login(Who who) {
        return who == Who.NOBODY ? null : new Login(username(who), SignedUp.PASSWORD);
    }

    @Override
    public void close() {
        server.close();
        database.close();
    }
}
