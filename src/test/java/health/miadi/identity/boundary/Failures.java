package health.miadi.identity.boundary;

import health.miadi.testing.Clinic;

/** Moves the failures that the database remembers in time, where the clock cannot be: all of them, nothing else runs. */
final class Failures {
    private Failures() {}

    /** As if all had happened that much earlier, {@code 15 minutes} for example. */
    static void moveBack(Clinic clinic, String interval) {
        clinic.database().update("""
                UPDATE sign_in_failures SET last_at = last_at - CAST(? AS interval),
                    failed_at = ARRAY(SELECT t - CAST(? AS interval) FROM unnest(failed_at) AS t)
                """, interval, interval);
    }

    /** As if all happened at this moment: on a slow machine hashing five passwords may take longer than the delay. */
    static void happenedJustNow(Clinic clinic) {
        clinic.database().update("""
                UPDATE sign_in_failures SET last_at = now(),
                    failed_at = array_fill(now(), ARRAY[cardinality(failed_at)])
                """);
    }
}
