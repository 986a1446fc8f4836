package health.miadi.shared.persistence;

import health.miadi.shared.settings.Setting;
import org.eclipse.microprofile.config.Config;

/** Whose country a phone number is of that names none (R-PERS-6): {@code miadi.phone.country-code}. */
final class PhoneNumbering {
    private PhoneNumbering() {}

    /** What tells a session the country's code, for {@code afterMigrate.sql}; a number, which the start has checked. */
    static String naming(Config config) {
        int code = Setting.PHONE_COUNTRY_CODE.asNumber(config);
        return "; SET miadi.phone_country_code = '" + code + "'";
    }
}
