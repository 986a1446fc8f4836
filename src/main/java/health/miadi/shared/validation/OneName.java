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

/** Somebody with a first name, a last name or both: one is enough (R-PERS-4). What lacks both lacks {@code /firstName}. */
@Documented
@Constraint(validatedBy = OneName.Validator.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface OneName {
    String message() default "is required where there is no lastName";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** What has names. */
    interface Named {
        @Nullable
        String firstName();

        @Nullable
        String lastName();
    }

    /** Decides it. */
    class Validator implements ConstraintValidator<OneName, Named> {
        @Override
        public boolean isValid(@Nullable Named person, ConstraintValidatorContext context) {
            if (person == null || person.firstName() != null || person.lastName() != null) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode("firstName")
                    .addConstraintViolation();
            return false;
        }
    }
}
