/**
 * The storage {@code fs}: a clinic in one JSON file that people can read.
 *
 * <p>{@link FileStorage} keeps the objects in memory with what is needed to decide fast, and writes the whole file with every
 * change: beside the old one, to the disk, and then in its place, so that there is always either the old file or the new one
 * (ADR 0028). It holds the same rules as the database (R-BOOK-1, R-BOOK-3, R-BOOK-5, R-BOOK-7, R-AVAIL-1, R-AVAIL-6, R-INS-1,
 * R-REC-1, R-REC-4, R-AUTH-1) and asks the same engine which starts are offered. It needs neither a server nor a container.
 */
@NullMarked
package health.miadi.console.file;

import org.jspecify.annotations.NullMarked;
