package health.miadi.insurance.control;

import health.miadi.insurance.entity.InsuranceCover;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;

/** The covers of all patients. */
@ApplicationScoped
public class InsuranceRepository {
    @PersistenceContext
    EntityManager entities;

    public Optional<InsuranceCover> byId(UUID id) {
        return Optional.ofNullable(entities.find(InsuranceCover.class, id));
    }
}
