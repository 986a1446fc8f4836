package health.miadi.shared.persistence;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Lets the replica serve what a method marked with {@link FromReplica} reads, on its thread and no longer. */
@FromReplica
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class ReplicaInterceptor {
    private static final ThreadLocal<Boolean> READING = ThreadLocal.withInitial(() -> false);

    @AroundInvoke
    Object reading(InvocationContext call) throws Exception {
        if (isReading()) {
            return call.proceed();
        }
        READING.set(true);
        try {
            return call.proceed();
        } finally {
            READING.remove();
        }
    }

    /** Whether what this thread reads now may come from the replica. */
    static boolean isReading() {
        return READING.get();
    }
}
