package health.miadi.availability.control;

import health.miadi.availability.entity.SlotTerms;
import health.miadi.availability.entity.TypeConditions;
import health.miadi.shared.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Objects;
import java.util.function.ToIntBiFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The terms on which an appointment is offered and booked: those of its type, and the clinic's defaults where it has none
 * or says nothing (R-AVAIL-5, R-BOOK-3).
 */
@ApplicationScoped
public class BookingTerms {
    @Inject
    @ConfigProperty(name = "miadi.booking.duration-minutes", defaultValue = "30")
    int durationMinutes;

    @Inject
    @ConfigProperty(name = "miadi.booking.shortest-minutes", defaultValue = "15")
    int shortestMinutes;

    @Inject
    @ConfigProperty(name = "miadi.booking.longest-minutes", defaultValue = "120")
    int longestMinutes;

    @Inject
    @ConfigProperty(name = "miadi.booking.slot-interval-minutes", defaultValue = "15")
    int slotIntervalMinutes;

    @Inject
    @ConfigProperty(name = "miadi.booking.min-notice-minutes", defaultValue = "30")
    int minNoticeMinutes;

    @Inject
    @ConfigProperty(name = "miadi.booking.max-horizon-days", defaultValue = "180")
    int maxHorizonDays;

    /**
     * The terms where nothing injects them: of the console on a file.
     *
     * @param setting the number that a setting has, by its name and its default
     */
    public static BookingTerms of(ToIntBiFunction<String, Integer> setting) {
        var terms = new BookingTerms();
        terms.durationMinutes = setting.applyAsInt("miadi.booking.duration-minutes", 30);
        terms.shortestMinutes = setting.applyAsInt("miadi.booking.shortest-minutes", 15);
        terms.longestMinutes = setting.applyAsInt("miadi.booking.longest-minutes", 120);
        terms.slotIntervalMinutes = setting.applyAsInt("miadi.booking.slot-interval-minutes", 15);
        terms.minNoticeMinutes = setting.applyAsInt("miadi.booking.min-notice-minutes", 30);
        terms.maxHorizonDays = setting.applyAsInt("miadi.booking.max-horizon-days", 180);
        return terms;
    }

    /**
     * The terms of an appointment.
     *
     * @param type the conditions of its type, or null: it has no type
     * @param wishedMinutes how long it shall last, or null: as long as its type says
     * @param pointer where {@code wishedMinutes} stands in the request: {@code /durationMinutes} in a body
     * @throws Refusal {@code validation} when the wished duration is not the type's, or without a type not 15 to 120
     *     minutes
     */
    public SlotTerms of(@Nullable TypeConditions type, @Nullable Integer wishedMinutes, String pointer) {
        TypeConditions conditions = type == null ? untyped() : type;
        return new SlotTerms(
                Duration.ofMinutes(duration(conditions, type != null, wishedMinutes, pointer)),
                Duration.ofMinutes(conditions.slotIntervalMinutes()),
                Duration.ofMinutes(conditions.bufferBeforeMinutes()),
                Duration.ofMinutes(conditions.bufferAfterMinutes()),
                Duration.ofMinutes(Objects.requireNonNullElse(conditions.minNoticeMinutes(), minNoticeMinutes)),
                Duration.ofDays(Objects.requireNonNullElse(conditions.maxHorizonDays(), maxHorizonDays)),
                conditions.maxPerDay());
    }

    private int duration(TypeConditions conditions, boolean typed, @Nullable Integer wished, String pointer) {
        if (wished == null || wished == conditions.durationMinutes()) {
            return conditions.durationMinutes();
        }
        if (typed) {
            throw Refusal.invalid(pointer, "must be left out, or be the length of the appointment type");
        }
        if (wished < shortestMinutes || wished > longestMinutes) {
            throw Refusal.invalid(pointer, "must be from " + shortestMinutes + " to " + longestMinutes);
        }
        return wished;
    }

    private TypeConditions untyped() {
        return new TypeConditions(durationMinutes, slotIntervalMinutes, 0, 0, null, null, null, true);
    }
}
