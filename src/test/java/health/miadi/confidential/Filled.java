package health.miadi.confidential;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import health.miadi.availability.entity.Interval;
import health.miadi.availability.entity.WallSpan;
import jakarta.persistence.Entity;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Objects of the application's classes with a mark in every text, and a birthday in every date. */
final class Filled {
    static final String MARK = "confidential-mark";
    static final LocalDate DAY = LocalDate.of(1912, 6, 23);

    private static final Map<Class<?>, Object> VALUES = Map.ofEntries(
            Map.entry(String.class, MARK),
            Map.entry(Object.class, MARK),
            Map.entry(LocalDate.class, DAY),
            Map.entry(UUID.class, new UUID(0, 7)),
            Map.entry(Instant.class, Instant.EPOCH),
            Map.entry(LocalTime.class, LocalTime.NOON),
            Map.entry(Duration.class, Duration.ofHours(1)),
            Map.entry(ZoneId.class, ZoneOffset.UTC),
            Map.entry(DayOfWeek.class, DayOfWeek.MONDAY),
            Map.entry(Path.class, Path.of(MARK)),
            Map.entry(URI.class, URI.create("mark:" + MARK)),
            Map.entry(Interval.class, new Interval(Instant.EPOCH, Instant.EPOCH.plusSeconds(60))),
            Map.entry(WallSpan.class, new WallSpan(LocalTime.NOON, LocalTime.MIDNIGHT)),
            Map.entry(Integer.class, 1),
            Map.entry(Long.class, 1L),
            Map.entry(Boolean.class, true));

    private Filled() {}

    static Stream<Class<?>> classes(Predicate<JavaClass> which) {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("health.miadi").stream()
                        .filter(which)
                        .<Class<?>>map(JavaClass::reflect)
                        .sorted(java.util.Comparator.comparing(Class::getName));
    }

    /** A record with a mark wherever it can be. */
    static Object aRecord(Class<?> type) {
        Object known = VALUES.get(type);
        if (known != null) {
            return known;
        }
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        @Nullable Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = value(components[i].getGenericType());
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be filled: say here how", e);
        }
    }

    /** An object of a class with a constructor for frameworks, every text and date of it marked. */
    static Object anObject(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            Object object = constructor.newInstance();
            for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
                for (Field field : each.getDeclaredFields()) {
                    if (!Modifier.isStatic(field.getModifiers())
                            && !field.getType().isPrimitive()
                            && !Modifier.isFinal(field.getModifiers())) {
                        field.setAccessible(true);
                        field.set(object, value(field.getGenericType()));
                    }
                }
            }
            return object;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be filled: say here how", e);
        }
    }

    private static @Nullable Object value(Type generic) {
        Class<?> type = generic instanceof ParameterizedType of
                ? (Class<?>) of.getRawType()
                : generic instanceof Class<?> plain ? plain : Object.class;
        Object known = VALUES.get(type);
        if (known != null) {
            return known;
        }
        if (type.isPrimitive()) {
            return Array.get(Array.newInstance(type, 1), 0);
        }
        if (type.isArray()) {
            return Array.newInstance(type.getComponentType(), 32);
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isRecord()) {
            return aRecord(type);
        }
        return type.isAnnotationPresent(Entity.class) && !Modifier.isAbstract(type.getModifiers())
                ? anObject(type)
                : container(type, generic);
    }

    private static @Nullable Object container(Class<?> type, Type generic) {
        Object item = generic instanceof ParameterizedType of ? value(of.getActualTypeArguments()[0]) : MARK;
        if (item == null) {
            return null;
        }
        if (type.isAssignableFrom(List.class)) {
            return List.of(item);
        }
        if (type == Set.class) {
            return Set.of(item);
        }
        if (type == Optional.class) {
            return Optional.of(item);
        }
        if (type == Map.class && generic instanceof ParameterizedType of) {
            Object content = value(of.getActualTypeArguments()[1]);
            return content == null ? Map.of() : Map.of(item, content);
        }
        return null;
    }
}
