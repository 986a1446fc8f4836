package health.miadi.console.runtime;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/** The classes that some use cases need to be injected with, and those that these need, and so on. */
final class BeanClosure {
    private static final String HOUSE = "health.miadi.";

    private BeanClosure() {}

    static Set<Class<?>> of(Collection<Class<?>> roots) {
        Set<Class<?>> found = new LinkedHashSet<>();
        Deque<Class<?>> left = new ArrayDeque<>(roots);
        while (!left.isEmpty()) {
            Class<?> type = left.pop();
            if (isBean(type) && found.add(type)) {
                for (Class<?> part = type; part != null; part = part.getSuperclass()) {
                    for (Field field : part.getDeclaredFields()) {
                        if (isInjected(field)) {
                            left.push(field.getType());
                        }
                    }
                }
            }
        }
        return found;
    }

    static boolean isInjected(Field field) {
        return field.isAnnotationPresent(Inject.class) || field.isAnnotationPresent(EJB.class);
    }

    private static boolean isBean(Class<?> type) {
        return type.getName().startsWith(HOUSE)
                && !type.isInterface()
                && !type.isRecord()
                && !type.isEnum()
                && !Modifier.isAbstract(type.getModifiers());
    }
}
