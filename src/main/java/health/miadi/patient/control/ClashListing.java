package health.miadi.patient.control;

import health.miadi.audit.control.AuditTrail;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.identity.entity.Person;
import health.miadi.identity.entity.Role;
import health.miadi.patient.entity.Patient;
import health.miadi.shared.paging.PageQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;

/** Shows admins what several patients say of themselves that can be one's only (R-PERS-2). */
@Stateless
@RolesAllowed(Role.Name.ADMIN)
public class ClashListing {
    @Inject
    ClashRepository clashes;

    @Inject
    AuditTrail audit;

    /** The claims that clash, one more than the page has. Every patient whom they show is noted (R-REC-5). */
    public List<Clash> list(PageQuery page) {
        List<Clash> found = clashes.list(page);
        audit.read(
                AuditedEntity.PATIENT,
                found.stream()
                        .limit(page.limit())
                        .flatMap(ClashListing::shown)
                        .filter(Patient.class::isInstance)
                        .map(Person::id)
                        .distinct()
                        .toList());
        return found;
    }

    private static Stream<Person> shown(Clash clash) {
        return Stream.concat(Stream.of(clash.by()), clash.others().stream().map(Clash.Holder::person));
    }
}
