package health.miadi.shared.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.Config;

/** The numbers that configuration can change, each with its range, so that a slip is told at the start. */
final class NumberSettings {
    private static final Map<String, Range> RANGES = new LinkedHashMap<>();

    static {
        RANGES.put("miadi.db.pool-size", new Range(1, 500));
        RANGES.put("miadi.db.pool-wait-millis", new Range(250, 60_000));
        RANGES.put("miadi.db.request-millis", new Range(1_000, 600_000));
        RANGES.put("miadi.db.connect-timeout-seconds", new Range(1, 60));
        RANGES.put("miadi.db.socket-timeout-seconds", new Range(1, 600));
        RANGES.put("miadi.db.statement-timeout-seconds", new Range(1, 600));
        RANGES.put("miadi.db.lock-timeout-seconds", new Range(1, 600));
        RANGES.put("miadi.db.validation-timeout-millis", new Range(250, 10_000));
        RANGES.put("miadi.db.start-wait-seconds", new Range(0, 600));
        RANGES.put("miadi.stop.drain-seconds", new Range(0, 300));
        RANGES.put("miadi.requests.at-once", new Range(1, 10_000));
        RANGES.put("miadi.requests.bodies-at-once", new Range(1, 10_000));
        RANGES.put("miadi.requests.body-seconds", new Range(1, 300));
        RANGES.put("miadi.jwt.lifetime-seconds", new Range(1, 86_400));
        RANGES.put("miadi.session.refresh-days", new Range(1, 365));
        RANGES.put("miadi.session.longest-days", new Range(1, 3_650));
        RANGES.put("miadi.session.retry-seconds", new Range(0, 600));
        RANGES.put("miadi.password.iterations", new Range(210_000, 10_000_000));
        RANGES.put("miadi.password.hashing-threads", new Range(0, 64));
        RANGES.put("miadi.password.hashing-queue", new Range(0, 1_000));
        RANGES.put("miadi.password.hashing-wait-seconds", new Range(1, 60));
        RANGES.put("miadi.password.choices-per-hour", new Range(1, 10_000));
        RANGES.put("miadi.registration.per-place-hour", new Range(1, 100_000));
        RANGES.put("miadi.registration.per-hour", new Range(1, 1_000_000));
        RANGES.put("miadi.password-reset.valid-hours", new Range(1, 168));
        RANGES.put("miadi.setup.code-hours", new Range(1, 168));
        RANGES.put("miadi.second-factor.removal-wait-hours", new Range(1, 168));
        RANGES.put("miadi.webauthn.challenges-per-place-hour", new Range(10, 1_000_000));
        RANGES.put("miadi.sign-in.failures", new Range(1, 20));
        RANGES.put("miadi.sign-in.window-minutes", new Range(1, 1_440));
        RANGES.put("miadi.sign-in.first-delay-seconds", new Range(1, 3_600));
        RANGES.put("miadi.sign-in.longest-delay-seconds", new Range(1, 86_400));
        RANGES.put("miadi.sign-in.longest-account-delay-seconds", new Range(1, 86_400));
        RANGES.put("miadi.sign-in.refusal-delay-millis", new Range(0, 10_000));
        RANGES.put("miadi.sign-in.familiar-days", new Range(1, 365));
        RANGES.put("miadi.idempotency.kept-hours", new Range(1, 720));
        RANGES.put("miadi.booking.duration-minutes", new Range(1, 1_440));
        RANGES.put("miadi.booking.shortest-minutes", new Range(1, 1_440));
        RANGES.put("miadi.booking.longest-minutes", new Range(1, 1_440));
        RANGES.put("miadi.booking.slot-interval-minutes", new Range(1, 1_440));
        RANGES.put("miadi.booking.min-notice-minutes", new Range(0, 43_200));
        RANGES.put("miadi.booking.max-horizon-days", new Range(1, 730));
        RANGES.put("miadi.booking.open-visits", new Range(1, 10_000));
        RANGES.put("miadi.booking.own-per-day", new Range(1, 10_000));
        RANGES.put("miadi.booking.cancellation-notice-hours", new Range(0, 8_760));
        RANGES.put("miadi.booking.undo-minutes", new Range(0, 1_440));
        RANGES.put("miadi.booking.correction-hours", new Range(0, 8_760));
        RANGES.put("miadi.holds.minutes", new Range(1, 60));
        RANGES.put("miadi.holds.per-user", new Range(1, 50));
        RANGES.put("miadi.exports.per-hour", new Range(1, 10_000));
        RANGES.put("miadi.slots.wide-per-minute", new Range(1, 100_000));
        RANGES.put("miadi.records.searches-per-minute", new Range(1, 100_000));
        RANGES.put("miadi.audit.verifications-per-hour", new Range(1, 100_000));
        RANGES.put("miadi.sight.months", new Range(1, 1_200));
        RANGES.put("miadi.break-glass.hours", new Range(1, 720));
        RANGES.put("miadi.break-glass.per-hour", new Range(1, 1_000));
        RANGES.put("miadi.session.renewals-per-hour", new Range(10, 10_000));
        RANGES.put("miadi.holds.per-hour", new Range(1, 10_000));
        RANGES.put("miadi.live.heartbeat-seconds", new Range(1, 300));
        RANGES.put("miadi.live.kept-minutes", new Range(5, 1_440));
        RANGES.put("miadi.live.listeners", new Range(1, 100_000));
        RANGES.put("miadi.live.streams-per-account", new Range(1, 100_000));
        RANGES.put("miadi.audit.refusals-per-caller-minute", new Range(1, 10_000));
        RANGES.put("miadi.audit.refusals-per-minute", new Range(1, 100_000));
        RANGES.put("miadi.log.slow-request-millis", new Range(0, 600_000));
        RANGES.put("miadi.log.slow-statement-millis", new Range(0, 600_000));
        RANGES.put("miadi.phone.country-code", new Range(1, 999));
        RANGES.put("miadi.records.reseal-seconds", new Range(1, 3_600));
        RANGES.put("miadi.booking.next-starts", new Range(0, 20));
        RANGES.put("miadi.booking.next-starts-days", new Range(1, 92));
    }

    private NumberSettings() {}

    private record Range(int least, int most) {
        boolean has(int number) {
            return number >= least && number <= most;
        }
    }

    /** A sentence for each that is no number in its range, and one when the lengths contradict each other. */
    static List<String> faults(Config config) {
        List<String> faults = new ArrayList<>();
        RANGES.forEach((name, range) -> {
            String text = config.getOptionalValue(name, String.class).orElse("");
            OptionalInt number = number(text);
            if (!text.isBlank() && (number.isEmpty() || !range.has(number.getAsInt()))) {
                faults.add(RequiredSettings.variable(name) + " must be a whole number from " + range.least() + " to "
                        + range.most());
            }
        });
        if (faults.isEmpty() && !lengthsAgree(config)) {
            faults.add("MIADI_BOOKING_DURATION_MINUTES must lie between MIADI_BOOKING_SHORTEST_MINUTES and"
                    + " MIADI_BOOKING_LONGEST_MINUTES");
        }
        return faults;
    }

    private static boolean lengthsAgree(Config config) {
        int shortest = number(config, "miadi.booking.shortest-minutes", 15);
        int usual = number(config, "miadi.booking.duration-minutes", 30);
        int longest = number(config, "miadi.booking.longest-minutes", 120);
        return shortest <= usual && usual <= longest;
    }

    private static int number(Config config, String name, int otherwise) {
        return number(config.getOptionalValue(name, String.class).orElse("")).orElse(otherwise);
    }

    private static OptionalInt number(String text) {
        return text.strip().matches("-?[0-9]{1,9}")
                ? OptionalInt.of(Integer.parseInt(text.strip()))
                : OptionalInt.empty();
    }
}
