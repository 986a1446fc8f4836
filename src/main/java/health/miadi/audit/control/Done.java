package health.miadi.audit.control;

import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditedEntity;

/** Something was done in a transaction, to so many things, and stands in the trail if it is committed. */
record Done(AuditAction action, AuditedEntity entity, int times) {}
