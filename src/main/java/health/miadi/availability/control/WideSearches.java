package health.miadi.availability.control;

import health.miadi.identity.entity.Caller;
import health.miadi.shared.limits.Allowance;
import health.miadi.shared.limits.Allowances;
import health.miadi.shared.metrics.Limit;
import health.miadi.shared.refusal.Refusal;
import health.miadi.shared.settings.Configured;
import health.miadi.shared.settings.Setting;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * How often free times of many providers are searched (R-AUTH-12). A search of few costs little more than any other read, and is
 * what people who book ask again and again: it costs no statement more.
 */
@ApplicationScoped
public class WideSearches {
    private static final int FEW = 10;

    @EJB
    Allowances allowances;

    @Inject
    @Configured(Setting.SLOTS_WIDE_PER_MINUTE)
    int perMinute;

    /**
     * Counts a search, if it is of many providers.
     *
     * @throws Refusal {@code rate-limited} after too many
     */
    public void count(Caller caller, SlotQuery query) {
        if (isWide(query)) {
            allowances.take(
                    Allowance.eachMinute(Limit.SLOTS, perMinute),
                    caller.userId().toString());
        }
    }

    /** Whether it asks for all providers, all of a kind, or more than ten of them. */
    static boolean isWide(SlotQuery query) {
        int named = query.providerIds().size();
        return named == 0 || named > FEW;
    }
}
