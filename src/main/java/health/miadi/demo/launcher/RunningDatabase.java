package health.miadi.demo.launcher;

import java.util.concurrent.CompletableFuture;

/**
 * The database that this run uses.
 *
 * @param processId of the embedded PostgreSQL, or 0 for one that is not ours to stop
 * @param ended completes when the embedded PostgreSQL ends, never for one that is not ours
 */
record RunningDatabase(DatabaseAccess access, long processId, CompletableFuture<?> ended) {}
