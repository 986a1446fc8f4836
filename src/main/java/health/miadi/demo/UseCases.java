package health.miadi.demo;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Unmanaged;
import jakarta.inject.Inject;

/**
 * Gives a feature's use cases as plain objects, which the container injects but does not guard.
 *
 * <p>While the application starts nobody is signed in, so a use case that asks for a role would refuse every call, and
 * {@code @RunAs} needs another descriptor on each server. All that is left out is the check of the caller's role: the code
 * is the same, in the transaction of the one who calls it.
 */
@Dependent
public class UseCases {
    @Inject
    BeanManager beans;

    <T> T unguarded(Class<T> useCase) {
        return new Unmanaged<>(beans, useCase)
                .newInstance()
                .produce()
                .inject()
                .postConstruct()
                .get();
    }
}
