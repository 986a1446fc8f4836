package health.miadi.demo.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The embedded PostgreSQL of a home: made at the first start, found whole at every later one. */
final class EmbeddedDatabase {
    /** The version of the programs on the class path. */
    private static final String MAJOR_VERSION = "17";

    private final MiadiHome home;
    private final PostgresDirectory directory;

    EmbeddedDatabase(MiadiHome home) {
        this.home = home;
        this.directory = new PostgresDirectory(home.postgres());
    }

    /** Whether an earlier start made it. */
    boolean exists() throws IOException {
        return directory.exists();
    }

    /**
     * Makes the database if there is none, and starts it.
     *
     * @throws LaunchRefusal when the data is damaged, of another version, or does not start
     */
    RunningDatabase start(RunningParts parts) throws IOException {
        boolean kept = exists();
        if (kept) {
            directory.proveWhole(MAJOR_VERSION);
        }
        PostgresCommand postgres = new PostgresCommand(PostgresPrograms.unpacked(home.postgresPrograms()));
        postgres.proveUsable();
        if (kept) {
            PostgresServer.endFormer(postgres, directory.path());
        }
        String password = password(kept);
        String ownerPassword = ownerPassword(postgres, kept);
        if (!kept) {
            directory.make(postgres, password, ownerPassword);
        }
        Path log = home.freshLog("postgres");
        PostgresServer server = parts.start(() -> PostgresServer.start(postgres, directory.path(), log));
        return new RunningDatabase(server.access(password, ownerPassword), server.processId(), server.ended());
    }

    /** A database from before there were two roles gets its second one here, and so does one whose owner's is lost. */
    private String ownerPassword(PostgresCommand postgres, boolean databaseKept) throws IOException {
        if (databaseKept && !Files.exists(home.ownerPassword())) {
            String fresh = Secrets.password();
            directory.giveToOwner(postgres, fresh);
            PrivateFiles.write(home.ownerPassword(), fresh + "\n");
        }
        return Secrets.keptPassword(home.ownerPassword());
    }

    private String password(boolean databaseKept) throws IOException {
        if (databaseKept && !Files.exists(home.databasePassword())) {
            throw new LaunchRefusal("The password of the database in " + directory.path() + " is missing: restore "
                    + home.databasePassword() + " from a backup, or delete the database to start with an empty one.");
        }
        return Secrets.keptPassword(home.databasePassword());
    }
}
