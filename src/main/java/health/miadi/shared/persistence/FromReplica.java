package health.miadi.shared.persistence;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Reads of a list, a search or a count, which a read replica may serve (ADR 0063): one that has replayed all that was committed
 * before it is asked. Never the decision whether somebody may do or see something, and nothing that a change is based on.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface FromReplica {}
