package health.miadi.testing;

import java.util.UUID;

/**
 * A patient of one test.
 *
 * @param api the API as this patient
 */
public record TestPatient(UUID id, Api api) {}
