package health.miadi.shared.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an operation whose query parameters are chosen by somebody who does not know this API, such as an OpenID provider
 * that sends a browser back: those that are not known are ignored there (RFC 6749, 4.1.2).
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ForeignParameters {}
