package health.miadi.audit.boundary;

import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditedEntity;
import java.util.Map;

/**
 * What a request is about, as its method and path tell.
 *
 * @param action what it wants to do
 * @param entity the kind of thing: the last one that the path names, so that {@code /appointments/{id}/record} is about a
 *     record, whose appointment the id names
 */
record RequestedThing(AuditAction action, AuditedEntity entity) {
    private static final Map<String, AuditedEntity> THINGS = Map.ofEntries(
            Map.entry("patients", AuditedEntity.PATIENT),
            Map.entry("providers", AuditedEntity.PROVIDER),
            Map.entry("users", AuditedEntity.USER),
            Map.entry("auth", AuditedEntity.USER),
            Map.entry("appointment-types", AuditedEntity.APPOINTMENT_TYPE),
            Map.entry("availability", AuditedEntity.AVAILABILITY),
            Map.entry("exceptions", AuditedEntity.EXCEPTION),
            Map.entry("appointments", AuditedEntity.APPOINTMENT),
            Map.entry("holds", AuditedEntity.HOLD),
            Map.entry("insurance", AuditedEntity.INSURANCE),
            Map.entry("record", AuditedEntity.RECORD),
            Map.entry("records", AuditedEntity.RECORD),
            Map.entry("audit", AuditedEntity.AUDIT));

    private static final Map<String, AuditAction> VERBS = Map.ofEntries(
            Map.entry("reschedule", AuditAction.RESCHEDULED),
            Map.entry("cancel", AuditAction.CANCELLED),
            Map.entry("check-in", AuditAction.CHECKED_IN),
            Map.entry("complete", AuditAction.COMPLETED),
            Map.entry("no-show", AuditAction.NO_SHOW),
            Map.entry("correct", AuditAction.CORRECTED),
            Map.entry("break-glass", AuditAction.OPENED_IN_EMERGENCY),
            Map.entry("export", AuditAction.EXPORTED),
            Map.entry("verify", AuditAction.VERIFIED),
            Map.entry("password-reset", AuditAction.CODE_ISSUED),
            Map.entry("second-factor-removal", AuditAction.FACTOR_REMOVED),
            Map.entry("login", AuditAction.SIGNED_IN),
            Map.entry("refresh", AuditAction.SIGNED_IN),
            Map.entry("password", AuditAction.PASSWORD_CHANGED),
            Map.entry("link", AuditAction.LINKED),
            Map.entry("unlink", AuditAction.UNLINKED));

    /**
     * Reads it.
     *
     * @param path below the API's base path
     */
    static RequestedThing of(String method, String path) {
        AuditedEntity entity = AuditedEntity.OTHER;
        AuditAction verb = null;
        for (String part : path.split("/")) {
            entity = THINGS.getOrDefault(part, entity);
            verb = VERBS.getOrDefault(part, verb);
        }
        return new RequestedThing(verb == null ? byMethod(method, entity) : verb, entity);
    }

    private static AuditAction byMethod(String method, AuditedEntity entity) {
        boolean appointment = entity == AuditedEntity.APPOINTMENT;
        return switch (method) {
            case "POST" -> appointment ? AuditAction.BOOKED : AuditAction.CREATED;
            case "PUT" -> AuditAction.CHANGED;
            case "PATCH" -> appointment ? AuditAction.AMENDED : AuditAction.CHANGED;
            case "DELETE" -> entity == AuditedEntity.PATIENT ? AuditAction.ERASED : AuditAction.REMOVED;
            default -> AuditAction.READ;
        };
    }
}
