package health.miadi;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The features of the house, in the order in which they may know each other. */
final class Features {

    /** From the ground up; a feature may know those of lower floors, and none of its own floor. */
    private static final List<Set<String>> FLOORS = List.of(
            Set.of("shared"),
            Set.of("audit", "frontend"),
            Set.of("identity"),
            Set.of("patient", "provider"),
            Set.of("insurance", "availability"),
            Set.of("appointment"),
            Set.of("record"),
            Set.of("privacy", "statistics"),
            Set.of("demo"),
            Set.of("console"),
            Set.of("")); // the application itself stands above all

    private static final Pattern PACKAGE = Pattern.compile("health\\.miadi\\.?(\\w*)((?:\\.\\w+)*)");

    private Features() {}

    static ArchCondition<JavaClass> dependOnlyOnThoseBelow() {
        return noDependencyOnAnother(
                "depend only on features below their own",
                dependency -> floor(dependency.getTargetClass()) >= floor(dependency.getOriginClass()));
    }

    static ArchCondition<JavaClass> leaveOthersBoundariesAlone() {
        return noDependencyOnAnother(
                "leave the boundaries of other features alone",
                dependency -> (dependency.getTargetClass().getPackageName() + ".").contains(".boundary."));
    }

    private static ArchCondition<JavaClass> noDependencyOnAnother(String rule, Predicate<Dependency> forbidden) {
        return new ArchCondition<>(rule) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency ->
                                dependency.getTargetClass().getPackageName().startsWith("health.miadi"))
                        .filter(dependency ->
                                !nameOf(dependency.getTargetClass()).equals(nameOf(type)))
                        .filter(forbidden)
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
            }
        };
    }

    private static String nameOf(JavaClass type) {
        Matcher matcher = PACKAGE.matcher(type.getPackageName());
        if (!matcher.matches()) {
            throw new AssertionError(type.getName() + " is not of this house");
        }
        return matcher.group(1);
    }

    private static int floor(JavaClass type) {
        String feature = nameOf(type);
        for (int floor = 0; floor < FLOORS.size(); floor++) {
            if (FLOORS.get(floor).contains(feature)) {
                return floor;
            }
        }
        throw new AssertionError("The feature " + feature + " has no place in the house yet: give it one here");
    }
}
