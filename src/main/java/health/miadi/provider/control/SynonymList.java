package health.miadi.provider.control;

import health.miadi.audit.control.AuditTrail;
import health.miadi.audit.control.ChangedFields;
import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.identity.entity.Role;
import health.miadi.provider.entity.Synonym;
import health.miadi.shared.paging.PageQuery;
import health.miadi.shared.refusal.FieldError;
import health.miadi.shared.refusal.Refusal;
import health.miadi.shared.version.ExpectedVersion;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Keeps what people call what providers do (R-PERS-6): the clinic's own list, which begins with the usual words. */
@Stateless
@RolesAllowed(Role.Name.ADMIN)
public class SynonymList {
    @Inject
    SynonymRepository synonyms;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /**
     * That synonym.
     *
     * @throws Refusal {@code not-found}
     */
    public Synonym get(UUID id) {
        return synonyms.byId(id).orElseThrow(Refusal::notFound);
    }

    /** Synonyms by what is said, one more than the page has. */
    public List<Synonym> list(PageQuery page) {
        return synonyms.list(page);
    }

    /**
     * Adds a synonym; from now on searches know it.
     *
     * @throws Refusal {@code validation} when either says nothing; {@code duplicate} when it is there already, however it is
     *     spelled
     */
    public Synonym add(String said, String meant) {
        requireWords(said, meant);
        Synonym synonym = new Synonym(said, meant, clock.instant());
        synonyms.add(synonym);
        audit.record(AuditAction.CREATED, AuditedEntity.OTHER, synonym.id());
        return synonym;
    }

    /**
     * Changes a synonym.
     *
     * @throws Refusal {@code not-found}, {@code stale}, {@code validation}, {@code duplicate}
     */
    public Synonym change(UUID id, ExpectedVersion expected, String said, String meant) {
        Synonym synonym = locked(id, expected);
        requireWords(said, meant);
        ChangedFields fields =
                ChangedFields.none().and("said", synonym.said(), said).and("meant", synonym.meant(), meant);
        synonym.reword(said, meant, clock.instant());
        synonyms.flush();
        audit.change(AuditAction.CHANGED, AuditedEntity.OTHER, id, fields);
        return synonym;
    }

    /**
     * Removes a synonym; searches know it no more.
     *
     * @throws Refusal {@code not-found}, {@code stale}
     */
    public void remove(UUID id, ExpectedVersion expected) {
        synonyms.remove(locked(id, expected));
        audit.record(AuditAction.REMOVED, AuditedEntity.OTHER, id);
    }

    /** Without letters and digits nobody says it, and no search finds it. */
    private static void requireWords(String said, String meant) {
        var faults = new ArrayList<FieldError>();
        if (said.codePoints().noneMatch(Character::isLetterOrDigit)) {
            faults.add(new FieldError("said", "must have a letter or a digit"));
        }
        if (meant.codePoints().noneMatch(Character::isLetterOrDigit)) {
            faults.add(new FieldError("meant", "must have a letter or a digit"));
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
    }

    private Synonym locked(UUID id, ExpectedVersion expected) {
        Synonym synonym = synonyms.lock(id).orElseThrow(Refusal::notFound);
        expected.require(id, synonym.version());
        return synonym;
    }
}
