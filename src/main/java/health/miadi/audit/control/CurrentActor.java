package health.miadi.audit.control;

import health.miadi.audit.entity.Actor;

/**
 * Tells who acts at this moment. A request, and a console, each have a bean of this type; the callers of
 * {@link AuditTrail} never say who they are.
 */
public interface CurrentActor {
    /** Who acts; {@link Actor#SYSTEM} where nobody asked for it. */
    Actor get();
}
