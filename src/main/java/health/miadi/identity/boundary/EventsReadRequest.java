package health.miadi.identity.boundary;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;

/**
 * How far the caller has read what happened to their account.
 *
 * @param through the id of the newest event that they have seen
 */
public record EventsReadRequest(@NotNull @Positive Long through) {}
