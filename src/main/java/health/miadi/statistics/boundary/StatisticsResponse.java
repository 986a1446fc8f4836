package health.miadi.statistics.boundary;

import health.miadi.appointment.entity.AppointmentStatus;
import health.miadi.statistics.control.ClinicStatistics.ProviderReport;
import health.miadi.statistics.control.ClinicStatistics.Report;
import health.miadi.statistics.entity.Shares;
import health.miadi.statistics.entity.Tally;
import health.miadi.statistics.entity.Waiting;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the clinic is doing.
 *
 * @param at when this was so
 * @param days each day, in order, with the appointments that start on it in their provider's zone
 * @param totals the appointments of all days together
 * @param waitingMinutes how long one waits for the next free time: the median over the providers who offer one, null when
 *     none does
 * @param providers those who take appointments, by name
 */
public record StatisticsResponse(
        Instant at,
        List<DayStatistics> days,
        TotalStatistics totals,
        @Nullable Long waitingMinutes,
        List<ProviderStatistics> providers) {

    /**
     * The appointments of one day, by what has become of them.
     *
     * @param total all of them, cancelled ones too
     */
    public record DayStatistics(
            LocalDate date, long scheduled, long checkedIn, long completed, long cancelled, long noShow, long total) {
        static DayStatistics of(LocalDate date, Tally tally) {
            return new DayStatistics(
                    date,
                    tally.of(AppointmentStatus.SCHEDULED),
                    tally.of(AppointmentStatus.CHECKED_IN),
                    tally.of(AppointmentStatus.COMPLETED),
                    tally.of(AppointmentStatus.CANCELLED),
                    tally.of(AppointmentStatus.NO_SHOW),
                    tally.total());
        }
    }

    /**
     * The appointments of all days, by what has become of them.
     *
     * @param total all of them, cancelled ones too
     * @param noShowRate the share, 0 to 1, that was missed of those that were completed or missed; null when none was
     */
    public record TotalStatistics(
            long scheduled,
            long checkedIn,
            long completed,
            long cancelled,
            long noShow,
            long total,
            @Nullable Double noShowRate) {
        static TotalStatistics of(Tally tally) {
            return new TotalStatistics(
                    tally.of(AppointmentStatus.SCHEDULED),
                    tally.of(AppointmentStatus.CHECKED_IN),
                    tally.of(AppointmentStatus.COMPLETED),
                    tally.of(AppointmentStatus.CANCELLED),
                    tally.of(AppointmentStatus.NO_SHOW),
                    tally.total(),
                    tally.noShowRate());
        }
    }

    /**
     * How full a provider's calendar is.
     *
     * @param name last and first name
     * @param appointments how many start on the days, cancelled ones too
     * @param bookedMinutes what those that were not cancelled block, their buffers included
     * @param availableMinutes the time worked on the days: weekly hours and extra hours without absences
     * @param utilisation the booked share of the available time; more than 1 when more was booked than is worked, null when
     *     nothing is worked
     * @param noShowRate as in the totals
     * @param nextFreeStart the next free time for an appointment as the clinic's defaults have it, null when there is none
     *     within the horizon
     */
    public record ProviderStatistics(
            UUID providerId,
            String name,
            long appointments,
            long bookedMinutes,
            long availableMinutes,
            @Nullable Double utilisation,
            @Nullable Double noShowRate,
            @Nullable Instant nextFreeStart) {
        static ProviderStatistics of(ProviderReport report) {
            Tally tally = report.tally();
            return new ProviderStatistics(
                    report.provider().id(),
                    report.provider().name(),
                    tally.total(),
                    tally.bookedMinutes(),
                    report.availableMinutes(),
                    Shares.of(tally.bookedMinutes(), report.availableMinutes()),
                    tally.noShowRate(),
                    report.nextFreeStart());
        }

        /** The provider's id, and no name. */
        @Override
        public String toString() {
            return "ProviderStatistics of " + providerId;
        }
    }

    static StatisticsResponse from(Report report) {
        return new StatisticsResponse(
                report.at(),
                report.days().entrySet().stream()
                        .map(day -> DayStatistics.of(day.getKey(), day.getValue()))
                        .toList(),
                TotalStatistics.of(report.all()),
                Waiting.medianMinutes(
                        report.at(),
                        report.providers().stream()
                                .map(ProviderReport::nextFreeStart)
                                .filter(Objects::nonNull)
                                .toList()),
                report.providers().stream().map(ProviderStatistics::of).toList());
    }
}
