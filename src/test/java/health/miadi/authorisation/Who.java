package health.miadi.authorisation;

import java.util.Locale;

/** Whom the table has a column for, besides those whose credentials are bad. */
public enum Who {
    /** Sends no credentials. */
    NOBODY,
    /** Sends credentials that are not right. */
    BAD_TOKEN,
    /** The patient whose file and appointment it is. */
    PATIENT,
    ANOTHER_PATIENT,
    /** The provider whose calendar and appointment it is. */
    PROVIDER,
    ANOTHER_PROVIDER,
    ADMIN;

    /** The head of the column. */
    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
