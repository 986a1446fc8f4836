package health.miadi.shared.process;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Startup;
import jakarta.interceptor.InvocationContext;

/** Sees every enterprise bean begin ({@code ejb-jar.xml}): where one that works at the start fails, the start has failed. */
public class StartInterceptor {
    @PostConstruct
    Object starting(InvocationContext call) throws Exception {
        try {
            return call.proceed();
        } catch (Exception failed) {
            if (worksAtTheStart(call.getTarget().getClass())) {
                FailedStart.because(failed);
            }
            throw failed;
        }
    }

    /** Asks the superclasses as well: a container may have made a class of its own of the bean's. */
    private static boolean worksAtTheStart(Class<?> bean) {
        for (Class<?> type = bean; type != null; type = type.getSuperclass()) {
            if (type.isAnnotationPresent(Startup.class)) {
                return true;
            }
        }
        return false;
    }
}
