package health.miadi.audit.control;

import health.miadi.audit.entity.Actor;
import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditOutcome;
import health.miadi.audit.entity.AuditedEntity;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Notes what was refused (R-REC-5), one by one or counted (R-AUTH-12), in a transaction of its own: the one that was refused is rolled back. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class AuditRefusals {
    @Inject
    AuditRepository entries;

    @Inject
    CurrentActor actor;

    @Inject
    Attempted attempted;

    @Inject
    RefusedCallers refused;

    /**
     * Notes that something was refused, whoever asked for it.
     *
     * @param id what it would have been done to, null where that is nothing known
     */
    public void note(AuditAction action, AuditedEntity entity, @Nullable UUID id) {
        note(actor.get(), action, entity, id, null);
    }

    /**
     * Notes the same, and what kind of refusal it is.
     *
     * @param kind a word of the code
     */
    public void note(AuditAction action, AuditedEntity entity, @Nullable UUID id, String kind) {
        note(actor.get(), action, entity, id, kind);
    }

    /** Notes that somebody was refused before it was known which request acts: a token that is not ours (R-REC-7). */
    public void noteOf(Actor asking, AuditAction action, AuditedEntity entity, String kind) {
        note(asking, action, entity, null, kind);
    }

    /** Notes the same, unless nobody is signed in: strangers are turned away too often and tell nothing. */
    public void noteOfUser(AuditAction action, AuditedEntity entity, @Nullable UUID id) {
        Actor asking = actor.get();
        if (asking.userId() != null) {
            note(asking, action, entity, id, null);
        }
    }

    /** Notes that the attempt which this request has named was refused, if it has named one. */
    public void noteAttempt() {
        attempted.what().ifPresent(what -> note(what.action(), what.entity(), what.id()));
    }

    /**
     * Notes that a limit was hit, by whomever (R-REC-7): what this request has named that it attempts, or else that.
     *
     * @param limit the kind of refusal, a word of the code
     */
    public void noteLimit(AuditAction action, AuditedEntity entity, String limit) {
        attempted
                .what()
                .ifPresentOrElse(
                        what -> note(what.action(), what.entity(), what.id(), limit),
                        () -> note(action, entity, null, limit));
    }

    /** Notes how many more were refused in the minutes that are over than have an entry of their own. */
    public void noteSurplus() {
        for (RefusalTally.Surplus surplus : refused.surplus()) {
            entries.add(
                    surplus.last(),
                    surplus.action(),
                    surplus.entity(),
                    "{NULL}",
                    AuditOutcome.REFUSED,
                    null,
                    surplus.count() + " more were refused in that minute");
        }
    }

    private void note(
            Actor asking, AuditAction action, AuditedEntity entity, @Nullable UUID id, @Nullable String kind) {
        if (!refused.isNoted(asking, action, entity)) {
            return;
        }
        entries.add(asking, action, entity, "{" + (id == null ? "NULL" : id) + "}", AuditOutcome.REFUSED, null, kind);
    }
}
