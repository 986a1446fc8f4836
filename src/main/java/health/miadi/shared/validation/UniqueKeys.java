package health.miadi.shared.validation;

import java.util.Locale;

/**
 * What is compared of a value that only one person has, so that whoever is told that it is taken finds whose it is (R-PERS-6). The
 * database compares it by its functions {@code phone_key} and {@code national_id_key}; a test holds both equal.
 */
public final class UniqueKeys {
    private static final int NORTH_AMERICAN_DIGITS = 10;

    private UniqueKeys() {}

    /**
     * A phone number by its digits, with the code of its country: +254 712…, 00254712… and 0712… are one.
     *
     * @param country the code of the country of a number that names none
     */
    public static String phone(String given, int country) {
        if (given.startsWith("+")) {
            return digits(given.replace("(0)", ""));
        }
        String digits = digits(given);
        if (digits.startsWith("00")) {
            return digits.substring(2);
        }
        if (digits.startsWith("0")) {
            return country + digits.substring(1);
        }
        return country == 1 && digits.length() == NORTH_AMERICAN_DIGITS ? "1" + digits : digits;
    }

    private static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }

    /** A national id without its case, and without what separates. */
    public static String nationalId(String given) {
        String whole = given.replaceAll("[- \u00a0\u2010-\u2015\u2212./]", "");
        return (whole.isEmpty() ? given : whole).toUpperCase(Locale.ROOT);
    }
}
