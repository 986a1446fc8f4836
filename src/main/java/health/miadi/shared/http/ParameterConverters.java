package health.miadi.shared.http;

import health.miadi.shared.refusal.Refusal;
import health.miadi.shared.validation.Scalars;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Typed parameters by the grammar of {@link Scalars}. A query parameter that does not fit is a {@code validation}
 * problem that names it; an id in a path that does not fit is of nothing that exists: {@code not-found}.
 */
@Provider
public class ParameterConverters implements ParamConverterProvider {
    private static final Map<Class<?>, Function<String, ?>> PARSERS = Map.of(
            UUID.class, Scalars::uuid,
            Instant.class, Scalars::instant,
            LocalDate.class, Scalars::date,
            Integer.class, Scalars::integer,
            Long.class, Scalars::longInteger,
            Boolean.class, Scalars::bool);

    @Override
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> raw, Type generic, Annotation[] annotations) {
        Function<String, ?> parser = raw.isEnum() ? text -> Scalars.constant(raw, text) : PARSERS.get(raw);
        if (parser == null) {
            return null;
        }
        return new Converter<>(raw, parser, annotations);
    }

    private record Converter<T>(Class<T> type, Function<String, ?> parser, Annotation[] annotations)
            implements ParamConverter<T> {
        @Override
        public T fromString(@Nullable String text) {
            if (text == null) {
                throw new IllegalArgumentException("no value");
            }
            try {
                return type.cast(parser.apply(text));
            } catch (IllegalArgumentException refused) {
                if (Arrays.stream(annotations).anyMatch(PathParam.class::isInstance)) {
                    throw new NotFoundException();
                }
                throw new RefusedParameter(Refusal.invalid(name(), Objects.toString(refused.getMessage(), "is wrong")));
            }
        }

        private String name() {
            return Arrays.stream(annotations)
                    .map(Converter::nameIn)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse("");
        }

        private static @Nullable String nameIn(Annotation annotation) {
            if (annotation instanceof QueryParam query) {
                return query.value();
            }
            return annotation instanceof HeaderParam header ? header.value() : null;
        }

        @Override
        public String toString(T value) {
            return value instanceof Enum<?> constant ? Scalars.word(constant) : String.valueOf(value);
        }
    }
}
