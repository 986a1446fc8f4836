package health.miadi.shared.persistence;

import health.miadi.shared.refusal.Refusal;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;

/**
 * Says of every enterprise bean's call that failed with the database that it was refused, before the container logs a trace
 * for each ({@code ejb-jar.xml}).
 */
public class OutageInterceptor {
    @AroundInvoke
    Object refusing(InvocationContext call) throws Exception {
        try {
            return call.proceed();
        } catch (RuntimeException thrown) {
            throw Outages.of(thrown).<RuntimeException>map(Refusal.class::cast).orElse(thrown);
        }
    }
}
