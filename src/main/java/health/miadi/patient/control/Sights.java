package health.miadi.patient.control;

import health.miadi.identity.entity.Caller;
import health.miadi.shared.settings.Configured;
import health.miadi.shared.settings.Setting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** Whose sight of patients has bounds, and which (R-AUTH-13). */
@ApplicationScoped
public class Sights {
    @Inject
    @Configured(Setting.SIGHT_MONTHS)
    int months;

    @Inject
    @Configured(Setting.BREAK_GLASS_HOURS)
    int emergencyHours;

    @Inject
    Clock clock;

    /** The bounds of a provider's sight now; empty for everybody else, and for a provider's account that is no provider's. */
    public Optional<Sight> of(Caller caller) {
        UUID provider = caller.personId();
        return caller.isProvider() && provider != null ? Optional.of(at(provider, clock.instant())) : Optional.empty();
    }

    private Sight at(UUID provider, Instant now) {
        return new Sight(
                provider, now.atOffset(ZoneOffset.UTC).minusMonths(months).toInstant(), now);
    }

    /** How long a file that was opened in an emergency stays open to who opened it. */
    Duration ofEmergency() {
        return Duration.ofHours(emergencyHours);
    }
}
