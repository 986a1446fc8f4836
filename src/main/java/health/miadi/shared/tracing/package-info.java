/**
 * Traces by OpenTelemetry, which the server makes and sends where a deployment tells it to; off until then (ADR 0067).
 *
 * <p>A server puts into its spans what it has: the whole address with what somebody is searched for by, the client's address, the words of
 * an exception. {@link health.miadi.shared.tracing.TracesWithoutPeople} stands where spans leave the process, and lets only words of the
 * code through. Nothing else of the application depends on OpenTelemetry.
 */
@NullMarked
package health.miadi.shared.tracing;

import org.jspecify.annotations.NullMarked;
