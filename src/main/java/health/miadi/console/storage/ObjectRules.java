package health.miadi.console.storage;

import health.miadi.patient.entity.BirthDates;
import health.miadi.shared.time.PartialDate;
import java.time.LocalDate;
import java.util.Map;

/** What an object must be by itself: how its values fit each other. */
final class ObjectRules {
    private static final LocalDate FIRST_PLANNED_DAY = LocalDate.of(2000, 1, 1);

    private ObjectRules() {}

    /**
     * Checks it.
     *
     * @throws InvalidAttributeException for the first value that does not fit
     */
    static void check(ObjectClass type, Map<String, Object> values) {
        switch (type) {
            case PATIENT -> checkBirth(values);
            case USER -> checkUser(values);
            case AVAILABILITY -> {
                checkTimes(values);
                checkDays(values, "validFrom", "validUntil");
            }
            case EXCEPTION -> {
                checkDays(values, "startDate", "endDate");
                checkExtent(values);
                checkPart(values);
            }
            default -> {}
        }
    }

    private static void checkBirth(Map<String, Object> values) {
        if (values.get("dateOfBirth") instanceof PartialDate birth && BirthDates.isTooEarly(birth)) {
            throw new InvalidAttributeException("dateOfBirth", "must not be before " + BirthDates.EARLIEST);
        }
    }

    private static void checkUser(Map<String, Object> values) {
        String username = text(values, "username");
        if (username.contains("@") && !username.equalsIgnoreCase(text(values, "email"))) {
            throw new InvalidAttributeException("username", "must be the account's own e-mail address, or have no @");
        }
        String role = text(values, "role");
        if (!role.equals("admin") && !values.containsKey("personId")) {
            throw new InvalidAttributeException("personId", "must name a " + role);
        }
    }

    private static void checkTimes(Map<String, Object> values) {
        if (values.containsKey("startTime") && values.get("startTime").equals(values.get("endTime"))) {
            throw new InvalidAttributeException("endTime", "must differ from startTime; a whole day is 00:00 to 24:00");
        }
    }

    /** What runs through may end at the time of day at which it began, only not on the same day. */
    private static void checkExtent(Map<String, Object> values) {
        if (!"through".equals(values.get("extent"))) {
            checkTimes(values);
            return;
        }
        String end = text(values, "endTime");
        if (end.equals("00:00")) {
            throw new InvalidAttributeException("endTime", "must not be 00:00; midnight is 24:00 of the day before");
        }
        boolean sameDay = values.get("startDate") instanceof LocalDate first && first.equals(values.get("endDate"));
        if (sameDay && !end.isEmpty() && text(values, "startTime").compareTo(end) >= 0) {
            throw new InvalidAttributeException("endTime", "must be after startTime on the same day");
        }
    }

    private static void checkPart(Map<String, Object> values) {
        boolean needed = "extra".equals(values.get("kind")) || "through".equals(values.get("extent"));
        boolean from = values.containsKey("startTime");
        boolean to = values.containsKey("endTime");
        if (!from && (to || needed)) {
            throw new InvalidAttributeException(
                    "startTime", "is required for extra hours, for what runs through, and wherever endTime is given");
        }
        if (!to && (from || needed)) {
            throw new InvalidAttributeException(
                    "endTime", "is required for extra hours, for what runs through, and wherever startTime is given");
        }
    }

    private static void checkDays(Map<String, Object> values, String first, String last) {
        checkPlanned(values, first);
        checkPlanned(values, last);
        if (values.get(first) instanceof LocalDate from
                && values.get(last) instanceof LocalDate until
                && until.isBefore(from)) {
            throw new InvalidAttributeException(last, "must not be before " + first);
        }
    }

    private static void checkPlanned(Map<String, Object> values, String name) {
        if (values.get(name) instanceof LocalDate day && day.isBefore(FIRST_PLANNED_DAY)) {
            throw new InvalidAttributeException(name, "must not be before " + FIRST_PLANNED_DAY);
        }
    }

    private static String text(Map<String, Object> values, String name) {
        return String.valueOf(values.getOrDefault(name, ""));
    }
}
