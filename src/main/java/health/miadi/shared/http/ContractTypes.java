package health.miadi.shared.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import health.miadi.shared.paging.Cursor;
import health.miadi.shared.time.PartialDate;
import health.miadi.shared.validation.AsGiven;
import health.miadi.shared.validation.Scalars;
import health.miadi.shared.validation.TextForm;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How the contract's scalar types stand in JSON; {@link Scalars} holds their one grammar. */
final class ContractTypes extends SimpleModule {
    private static final long serialVersionUID = 1L;

    ContractTypes() {
        super("miadi-contract");
        addDeserializer(String.class, new TextDeserializer(true));
        addDeserializer(UUID.class, new Scalar<>(UUID.class, Scalars::uuid));
        addDeserializer(Instant.class, new Scalar<>(Instant.class, Scalars::instant));
        addDeserializer(LocalDate.class, new Scalar<>(LocalDate.class, Scalars::date));
        addDeserializer(PartialDate.class, new Scalar<>(PartialDate.class, Scalars::partialDate));
        addSerializer(PartialDate.class, ToStringSerializer.instance);
        addDeserializer(LocalTime.class, new Scalar<>(LocalTime.class, Scalars::time));
        addSerializer(LocalTime.class, new TimeSerializer());
        addSerializer(rawEnum(), new EnumSerializer());
        addSerializer(Cursor.class, new Cursors());
        setDeserializerModifier(new EnumDeserializers());
    }

    @SuppressWarnings("unchecked")
    private static Class<Enum<?>> rawEnum() {
        return (Class<Enum<?>>) (Class<?>) Enum.class;
    }

    private static final class Scalar<T> extends StdScalarDeserializer<T> {
        private static final long serialVersionUID = 1L;
        private final transient Function<String, T> parse;

        Scalar(Class<?> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return (T) context.handleUnexpectedToken(handledType(), parser);
            }
            try {
                return parse.apply(parser.getText());
            } catch (IllegalArgumentException refused) {
                return (T) context.handleWeirdStringValue(handledType(), "", "%s", refused.getMessage());
            }
        }
    }

    /** Text in its one form (R-PERS-1), unless it is taken {@link AsGiven}. */
    private static final class TextDeserializer extends StringDeserializer implements ContextualDeserializer {
        private static final long serialVersionUID = 1L;
        private final boolean forms;

        TextDeserializer(boolean forms) {
            this.forms = forms;
        }

        @Override
        public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
            return new TextDeserializer(property == null || property.getAnnotation(AsGiven.class) == null);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = super.deserialize(parser, context);
            return forms ? TextForm.of(text) : text;
        }
    }

    private static final class EnumDeserializers extends BeanDeserializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonDeserializer<?> modifyEnumDeserializer(
                DeserializationConfig config, JavaType type, BeanDescription bean, JsonDeserializer<?> deserializer) {
            Class<?> kind = type.getRawClass();
            return new Scalar<>(kind, text -> Scalars.constant(kind, text));
        }
    }

    private static final class EnumSerializer extends JsonSerializer<Enum<?>> {
        @Override
        public void serialize(Enum<?> value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeString(Scalars.word(value));
        }
    }

    private static final class TimeSerializer extends JsonSerializer<LocalTime> {
        @Override
        public void serialize(LocalTime value, JsonGenerator generator, SerializerProvider provider)
                throws IOException {
            generator.writeString(Scalars.time(value));
        }
    }
}
