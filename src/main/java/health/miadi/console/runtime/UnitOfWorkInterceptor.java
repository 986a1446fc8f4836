package health.miadi.console.runtime;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** A call within another one's transaction joins it; otherwise it has its own, undone when it throws. */
@Interceptor
@UnitOfWork
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class UnitOfWorkInterceptor {
    @Inject
    PersistenceUnit unit;

    @AroundInvoke
    Object around(InvocationContext call) throws Exception {
        return unit.inTransaction(call::proceed);
    }
}
