package health.miadi.testing.arquillian;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a test that runs inside the server, next to the application, and so may inject its beans and EJBs.
 *
 * <p>Such a class may use JUnit, AssertJ, the application and other marked classes, and nothing else of the tests.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("payara-only")
@ExtendWith(ArquillianExtension.class)
public @interface InContainer {}
