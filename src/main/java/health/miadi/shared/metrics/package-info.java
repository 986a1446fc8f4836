/**
 * What this node measures of itself, in Prometheus' text format (ADR 0042). Everything that is measured is declared here, with
 * labels from code alone: no name, id or address ever becomes one. The library of Prometheus is used in this package alone.
 */
@NullMarked
package health.miadi.shared.metrics;

import org.jspecify.annotations.NullMarked;
