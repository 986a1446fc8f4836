package health.miadi.record.control;

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

/** How often records are searched by their diagnosis (R-AUTH-12): each time all that the caller has may be opened. */
@ApplicationScoped
public class DiagnosisLimit {
    @EJB
    Allowances allowances;

    @Inject
    @Configured(Setting.RECORDS_SEARCHES_PER_MINUTE)
    int perMinute;

    /**
     * Counts a search, if it is for a diagnosis.
     *
     * @throws Refusal {@code rate-limited} after too many
     */
    public void count(Caller caller, RecordQuery query) {
        if (query.diagnosis() != null) {
            allowances.take(
                    Allowance.eachMinute(Limit.DIAGNOSES, perMinute),
                    caller.userId().toString());
        }
    }
}
