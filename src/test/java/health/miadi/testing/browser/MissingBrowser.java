package health.miadi.testing.browser;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** What happens where there is no browser: a run in which tests are missing says so at its end, or fails. */
public final class MissingBrowser implements LauncherSessionListener {
    private static final Set<String> SKIPPED = new TreeSet<>();

    /** Skips that class or test, if the run may do without a browser. */
    static ConditionEvaluationResult skips(String what) {
        if (Boolean.parseBoolean(System.getenv("MIADI_BROWSER_REQUIRED"))) {
            throw new IllegalStateException(
                    "MIADI_BROWSER_REQUIRED is set and there is no browser: neither CHROME_BIN nor"
                            + " chromium, chromium-browser or google-chrome on the PATH");
        }
        SKIPPED.add(what);
        return ConditionEvaluationResult.disabled("NO BROWSER: install chromium, or name one in CHROME_BIN");
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (!SKIPPED.isEmpty()) {
            String line = "*".repeat(100);
            System.out.printf(
                    "%n%s%n* NO BROWSER: nothing of the front end was tested. Skipped: %s%n"
                            + "* Install chromium (apt-get install chromium), or name a browser in CHROME_BIN.%n%s%n",
                    line, String.join(", ", SKIPPED), line);
        }
    }
}
