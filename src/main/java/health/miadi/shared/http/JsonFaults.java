package health.miadi.shared.http;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import health.miadi.shared.refusal.FieldError;
import health.miadi.shared.time.PartialDate;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a body that could not be read, where it stands, and never what it was. */
final class JsonFaults {
    private JsonFaults() {}

    static FieldError of(JsonProcessingException refused) {
        String pointer = refused instanceof JsonMappingException mapping ? Pointers.of(mapping.getPath()) : "";
        return new FieldError(pointer, message(refused));
    }

    private static String message(JsonProcessingException refused) {
        if (refused instanceof UnrecognizedPropertyException) {
            return "is not known here";
        }
        if (refused instanceof StreamConstraintsException) {
            return "is too long or nested too deeply";
        }
        if (refused instanceof InvalidFormatException format && isOurSentence(format.getOriginalMessage())) {
            return sentence(format.getOriginalMessage());
        }
        if (refused instanceof MismatchedInputException mismatch) {
            return "must be " + expected(mismatch.getTargetType());
        }
        if (refused instanceof JsonParseException
                && refused.getOriginalMessage().startsWith("Duplicate field")) {
            return "has a member twice";
        }
        return "is not well-formed JSON";
    }

    private static boolean isOurSentence(String message) {
        return message.contains("must be ");
    }

    private static String sentence(String message) {
        return message.substring(message.indexOf("must be "));
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "of another type";
        }
        if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
            return "a whole number";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type == String.class
                || type == PartialDate.class
                || type.isEnum()
                || type.getPackageName().startsWith("java.")) {
            return "a string";
        }
        return "a JSON object";
    }
}
