package health.miadi.shared.persistence;

import health.miadi.shared.refusal.CommonFact;
import health.miadi.shared.refusal.Refusal;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.AroundTimeout;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/**
 * Says of every enterprise bean's call that failed with the database that it was refused, before the container logs a trace
 * for each ({@code ejb-jar.xml}). A timer's turn that failed so is left out: the next does its work.
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

    @AroundTimeout
    @Nullable
    Object leavingOut(InvocationContext turn) throws Exception {
        try {
            return turn.proceed();
        } catch (RuntimeException thrown) {
            if (isRefused(thrown) || Outages.of(thrown).isPresent()) {
                return null;
            }
            throw thrown;
        }
    }

    /** By a bean that the timer called, which has told the log. */
    private static boolean isRefused(RuntimeException thrown) {
        return thrown instanceof Refusal refusal && refusal.fact() == CommonFact.UNAVAILABLE;
    }
}
