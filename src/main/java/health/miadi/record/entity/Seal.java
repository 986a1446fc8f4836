package health.miadi.record.entity;

import java.util.UUID;

/**
 * What a sealed text belongs to. It is authenticated with the text (R-REC-4): a value that is moved to another record, version,
 * appointment, patient or provider cannot be opened there.
 *
 * @param number of the version, from 1 on
 */
public record Seal(UUID recordId, UUID appointmentId, UUID patientId, UUID providerId, int number) {}
