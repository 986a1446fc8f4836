package health.miadi.testing.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A class of tests that use a real browser: their parameters of type {@link Screen} are new screens, one of type {@link Screens} makes
 * others.
 *
 * <p>Without a browser on the machine they are skipped, and the run ends with a notice; with {@code MIADI_BROWSER_REQUIRED=true} in
 * the environment they fail.
 *
 * <p>On WildFly only those run that are tagged {@code every-server}: the rest is about pages, which are the same files everywhere.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("browser")
@ExtendWith(BrowserExtension.class)
public @interface InBrowser {}
