/**
 * Moves a clinic: into a storage from CSV or from an export, and out of one into an export (ADR 0026).
 *
 * <p>What comes in has ids that are derived from those it came with, so that taking it again adds nothing; it is taken in
 * batches, each whole or not at all; what a rule refuses is written to a file with its row and the reason.
 */
@NullMarked
package health.miadi.console.transfer;

import org.jspecify.annotations.NullMarked;
