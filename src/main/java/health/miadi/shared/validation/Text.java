package health.miadi.shared.validation;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/**
 * Text that people can read, in its one form ({@link TextForm}, R-PERS-1): something to see, nothing unseen at its ends, no
 * control characters, and on one line, where names stand, nothing that turns the direction of others. Everything else is
 * kept as it is, markup and quotes included; it is harmless because nothing ever interprets it.
 */
@Documented
@Constraint(validatedBy = Text.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface Text {
    /** Whether line breaks and tabs are allowed. */
    boolean lines() default false;

    String message() default Validator.MESSAGE;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Decides it. */
    class Validator implements ConstraintValidator<Text, String> {
        /** What is wrong with text that they cannot. */
        public static final String MESSAGE = "must have something to see and no control characters";

        private boolean lines;

        @Override
        public void initialize(Text constraint) {
            lines = constraint.lines();
        }

        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            return value == null || isReadable(value, lines);
        }

        /**
         * Whether people can read it.
         *
         * @param lines whether line breaks and tabs are allowed
         */
        public static boolean isReadable(String value, boolean lines) {
            return !value.isEmpty()
                    && TextForm.of(value).equals(value)
                    && value.codePoints().allMatch(character -> isAllowed(character, lines));
        }

        private static boolean isAllowed(int character, boolean lines) {
            if (lines && (character == '\n' || character == '\r' || character == '\t')) {
                return true;
            }
            int type = Character.getType(character);
            return (lines || !TextForm.turnsDirection(character))
                    && type != Character.CONTROL
                    && type != Character.SURROGATE
                    && type != Character.UNASSIGNED
                    && type != Character.LINE_SEPARATOR
                    && type != Character.PARAGRAPH_SEPARATOR;
        }
    }
}
