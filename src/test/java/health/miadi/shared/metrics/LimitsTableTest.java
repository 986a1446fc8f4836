package health.miadi.shared.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The one table of limits has every limit that is counted, with settings that exist (R-AUTH-12). */
class LimitsTableTest {
    private static final Pattern METRIC = Pattern.compile("`([a-z_]+)` \\|\\s*$");
    private static final Pattern SETTING = Pattern.compile("`([A-Z][A-Z_]+)`");

    @Test
    void everyLimitIsInTheTableAndNoOther() throws IOException {
        Set<String> told = new TreeSet<>();
        for (String line : Files.readAllLines(Path.of("docs/security/limits.md"))) {
            Matcher metric = METRIC.matcher(line);
            if (metric.find()) {
                told.add(metric.group(1));
            }
        }
        assertThat(told)
                .isEqualTo(new TreeSet<>(
                        Arrays.stream(Limit.values()).map(Limit::word).toList()));
    }

    @Test
    void everySettingOfTheTableIsASetting() throws IOException {
        String settings = Files.readString(Path.of("docs/configuration.md"));
        for (String line : Files.readAllLines(Path.of("docs/security/limits.md"))) {
            Matcher setting = SETTING.matcher(line);
            while (line.startsWith("|") && setting.find()) {
                assertThat(settings).as(line).contains("MIADI_" + setting.group(1));
            }
        }
    }
}
