package health.miadi.console.transfer;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;

/**
 * How a clinic is taken in.
 *
 * @param zone of providers to whom the file gives none
 * @param encoding of CSV files without a byte order mark
 * @param dates how days are written in CSV files
 * @param mapping what columns of CSV files mean
 * @param rehearsal whether everything is only tried, and nothing changed
 */
public record ImportSettings(ZoneId zone, Charset encoding, DateForm dates, ColumnMapping mapping, boolean rehearsal) {
    /** Those of a file that is as Miadi would have it. */
    public static ImportSettings plain(ZoneId zone) {
        return new ImportSettings(zone, StandardCharsets.UTF_8, DateForm.ISO, ColumnMapping.NONE, false);
    }
}
