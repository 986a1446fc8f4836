package health.miadi.demo.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The data of the embedded PostgreSQL: made whole or not at all.
 *
 * <p>A new one is made beside its place and moved there when it is complete, with the application's role and database in
 * it, so a first start that was interrupted is simply done again. A directory in that place that lacks its essential files
 * is damaged, and is never touched.
 */
final class PostgresDirectory {
    static final String DATABASE = "miadi";
    /** As whom the application uses it; owns nothing (R-REC-5). */
    static final String ROLE = "miadi";

    /** To whom the database and all that is in it belongs; migrates it and nothing else. */
    static final String OWNER = "miadi_owner";

    private static final List<String> ESSENTIAL =
            List.of("PG_VERSION", "global/pg_control", "base", "pg_wal", "postgresql.conf", "pg_hba.conf");

    private static final long CONTROL_FILE_BYTES = 8192;

    private final Path directory;

    PostgresDirectory(Path directory) {
        this.directory = directory;
    }

    Path path() {
        return directory;
    }

    /** Whether there is something in its place, whole or not. */
    boolean exists() throws IOException {
        if (!Files.exists(directory)) {
            return false;
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.findAny().isPresent();
        }
    }

    /**
     * Proves that the directory is whole and of the version that will run on it.
     *
     * @param majorVersion of the programs, for example "17"
     * @throws LaunchRefusal when it is not
     */
    void proveWhole(String majorVersion) throws IOException {
        for (String file : ESSENTIAL) {
            if (!Files.exists(directory.resolve(file))) {
                throw incomplete(file + " is missing");
            }
        }
        if (Files.size(directory.resolve("global/pg_control")) != CONTROL_FILE_BYTES) {
            throw incomplete("global/pg_control is cut off");
        }
        String version = Files.readString(directory.resolve("PG_VERSION")).strip();
        if (!version.equals(majorVersion)) {
            throw new LaunchRefusal("The database in " + directory + " was made by PostgreSQL " + version
                    + " and Miadi now brings " + majorVersion
                    + ": dump it with the Miadi that made it, or delete that directory to start with an empty one.");
        }
    }

    private LaunchRefusal incomplete(String reason) {
        return new LaunchRefusal("The database in " + directory + " is incomplete (" + reason
                + "): restore it from a backup, or delete that directory to start with an empty one.");
    }

    /** Makes the cluster, the two roles with these passwords, and the database. */
    void make(PostgresCommand postgres, String password, String ownerPassword) throws IOException {
        Path unfinished = directory.resolveSibling(directory.getFileName() + ".unfinished");
        PrivateFiles.deleteTree(unfinished);
        // nobody ever signs in as the superuser, so nobody needs to know its password afterwards
        Path superuserPassword = directory.resolveSibling("superuser.password");
        PrivateFiles.write(superuserPassword, Secrets.password());
        try {
            succeed(
                    postgres.run(
                            "initdb",
                            List.of(
                                    "--pgdata=" + unfinished,
                                    "--username=postgres",
                                    "--pwfile=" + superuserPassword,
                                    "--auth=scram-sha-256",
                                    "--encoding=UTF8",
                                    "--locale=C",
                                    "--locale-provider=builtin",
                                    "--builtin-locale=C.UTF-8",
                                    "--data-checksums"),
                            ""),
                    "initdb");
        } finally {
            Files.deleteIfExists(superuserPassword);
        }
        succeed(
                postgres.run(
                        "postgres",
                        List.of("--single", "-D", unfinished.toString(), "postgres"),
                        "CREATE ROLE " + OWNER + " LOGIN PASSWORD '" + ownerPassword + "'\n"
                                + "CREATE ROLE " + ROLE + " LOGIN PASSWORD '" + password + "'\n"
                                + "CREATE DATABASE " + DATABASE + " OWNER " + OWNER + "\n"),
                "postgres --single");
        Files.move(unfinished, directory, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Gives what is there to its owner, whom it makes if need be; the database must not run. What the application's role
     * owned, from the times when there was no other, is the owner's from then on, and stays as it is. Doing it again does no
     * harm.
     */
    void giveToOwner(PostgresCommand postgres, String ownerPassword) throws IOException {
        succeed(
                postgres.run(
                        "postgres",
                        List.of("--single", "-D", directory.toString(), DATABASE),
                        "DO $$ BEGIN IF to_regrole('" + OWNER + "') IS NULL THEN CREATE ROLE " + OWNER
                                + "; END IF; END $$\n"
                                + "ALTER ROLE " + OWNER + " LOGIN PASSWORD '" + ownerPassword + "'\n"
                                + "REASSIGN OWNED BY " + ROLE + " TO " + OWNER + "\n"
                                + "ALTER DATABASE " + DATABASE + " OWNER TO " + OWNER + "\n"),
                "postgres --single");
    }

    private void succeed(PostgresCommand.Outcome outcome, String program) {
        if (!outcome.succeeded() || outcome.output().contains("ERROR:")) {
            String reason =
                    outcome.output().lines().filter(line -> !line.isBlank()).reduce("", (a, b) -> b);
            throw new LaunchRefusal(
                    "The database in " + directory + " could not be made (" + program + ": " + reason.strip() + ").");
        }
    }
}
