package health.miadi;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.metaAnnotatedWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Startup;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.servlet.annotation.WebServlet;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;

/** The rules of the house: what may know what, and what every class of a kind must say. */
@AnalyzeClasses(packages = "health.miadi", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** What anyone may call without credentials. An entry here is a decision, not a convenience. */
    private static final Set<String> PUBLIC_METHODS = Set.of(
            "AuthResource.login",
            "RefreshResource.refresh",
            "LogoutResource.logout",
            "RegistrationResource.register",
            "GoogleResource.start",
            "GoogleCallbackResource.finish",
            "GoogleResource.secondFactor",
            "PasskeySignInResource.challenge",
            "PasskeySignInResource.signIn",
            "PasswordResetResource.redeem",
            "SetupResource.setUp",
            "ConfigResource.get");

    /** The servlets; they stand outside the API's role checks, so all that they show is public; {@code MetricsServlet} asks itself. */
    private static final Set<String> PUBLIC_SERVLETS = Set.of(
            "AssetServlet",
            "JwksServlet",
            "MetricsServlet",
            "OpenApiServlet",
            "ProblemErrorPage",
            "ProblemPagesServlet",
            "ShellServlet");

    @ArchTest
    static final ArchRule FEATURES_FORM_NO_CYCLES =
            slices().matching("health.miadi.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule FEATURES_DEPEND_DOWNWARD_ONLY =
            classes().that().resideInAPackage("health.miadi.*..").should(Features.dependOnlyOnThoseBelow());

    @ArchTest
    static final ArchRule A_BOUNDARY_IS_ITS_FEATURES_OWN =
            classes().that().resideInAPackage("health.miadi..").should(Features.leaveOthersBoundariesAlone());

    @ArchTest
    static final ArchRule ENTITIES_KNOW_NEITHER_EJB_NOR_JSON = noClasses()
            .that()
            .resideInAPackage("..entity..")
            .should(dependOnClassesThat(resideInAnyPackage(
                    "jakarta.ejb..",
                    "jakarta.json..",
                    "com.fasterxml.jackson..",
                    "health.miadi..boundary..",
                    "health.miadi..control..")));

    /** What HTTP is like is known at the door alone; nothing is excepted. */
    @ArchTest
    static final ArchRule HTTP_STAYS_AT_THE_DOOR = noClasses()
            .that()
            .resideInAnyPackage("..control..", "..entity..")
            .should(dependOnClassesThat(resideInAnyPackage(
                    "jakarta.ws.rs..",
                    "jakarta.servlet..",
                    "health.miadi.shared.http..",
                    "health.miadi.identity.http..")));

    @ArchTest
    static final ArchRule RESOURCES_SHOW_NO_ENTITY = methods()
            .that()
            .areDeclaredInClassesThat(annotatedWith(Path.class))
            .and()
            .arePublic()
            .should(notMentionEntities());

    @ArchTest
    static final ArchRule REQUESTS_AND_RESPONSES_HOLD_NO_ENTITY = noFields()
            .that()
            .areDeclaredInClassesThat(resideInAnyPackage("..boundary.."))
            .and()
            .areDeclaredInClassesThat(describe("are records", JavaClass::isRecord))
            .should()
            .haveRawType(annotatedWith(Entity.class));

    @ArchTest
    static final ArchRule EVERY_HTTP_METHOD_SAYS_WHO_MAY_CALL_IT = methods()
            .that(metaAnnotatedWith(HttpMethod.class))
            .should()
            .beAnnotatedWith(RolesAllowed.class)
            .orShould(bePublicByName());

    @ArchTest
    static final ArchRule EVERY_SERVLET_IS_KNOWN =
            classes().that(annotatedWith(WebServlet.class)).should(haveNameAmong(PUBLIC_SERVLETS));

    @ArchTest
    static final ArchRule ONLY_REPOSITORIES_HAVE_THE_ENTITY_MANAGER = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Repository")
            .and()
            .resideOutsideOfPackage("health.miadi.console.runtime") // makes it where no server does
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName(EntityManager.class.getName());

    /** R-TIME-5: {@code shared.time} makes the clock, everybody else is given it. */
    @ArchTest
    static final ArchRule NOBODY_READS_THE_SYSTEM_CLOCK = noClasses()
            .that()
            .resideOutsideOfPackage("health.miadi.shared.time")
            .should()
            .callMethodWhere(describe(
                    "reads the system clock",
                    call -> (call.getName().equals("now")
                                    && call.getTargetOwner().getPackageName().startsWith("java.time")
                                    && call.getTarget().getRawParameterTypes().stream()
                                            .noneMatch(type -> type.isEquivalentTo(Clock.class)))
                            || call.getName().equals("currentTimeMillis")
                            || (call.getTargetOwner().isEquivalentTo(Clock.class)
                                    && call.getName().startsWith("system"))));

    @ArchTest
    static final ArchRule NOBODY_USES_OLD_DATES = noClasses()
            .that()
            .doNotHaveSimpleName("AccessTokens") // the JWT library's type for instants
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.util\\.(Date|Calendar|GregorianCalendar)|java\\.sql\\.(Date|Time|Timestamp)");

    /** What a server needs of its own stands in descriptors below {@code WEB-INF} and in {@code payara/}. */
    @ArchTest
    static final ArchRule NOTHING_BELONGS_TO_ONE_SERVER = noClasses()
            .should(dependOnClassesThat(resideInAnyPackage(
                    "fish.payara..", "com.sun.enterprise..", "org.glassfish..", "org.jboss..", "org.wildfly..")));

    /** Payara looks for such a method by its name alone, and takes any that has it. */
    @ArchTest
    static final ArchRule WHAT_A_CONTAINER_CALLS_HAS_A_NAME_OF_ITS_OWN = methods()
            .that()
            .areAnnotatedWith(PostConstruct.class)
            .or()
            .areAnnotatedWith(PreDestroy.class)
            .should(ArchCondition.from(describe(
                    "be the only one of their name in their class",
                    method -> method.getOwner().getMethods().stream()
                                    .filter(other -> other.getName().equals(method.getName()))
                                    .count()
                            == 1)));

    @ArchTest
    static final ArchRule EVERY_PACKAGE_IS_NULL_MARKED = classes()
            .that()
            .resideInAPackage("health.miadi..")
            .should(ArchCondition.from(describe("be in a package that is @NullMarked", type -> type.getPackage()
                    .isAnnotatedWith(NullMarked.class))));

    /** Or the node would be called ready before its work at the start is done. */
    @ArchTest
    static void theStartEndsAfterAllThatWorkAtIt(JavaClasses all) {
        Map<String, JavaClass> working = all.stream()
                .filter(type -> type.isAnnotatedWith(Startup.class))
                .collect(Collectors.toMap(JavaClass::getSimpleName, type -> type));
        Set<String> waited = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(Set.of("NodeStarted"));
        while (!open.isEmpty()) {
            String name = open.pop();
            if (waited.add(name) && working.containsKey(name)) {
                working.get(name)
                        .tryGetAnnotationOfType(DependsOn.class)
                        .ifPresent(others -> open.addAll(List.of(others.value())));
            }
        }
        assertThat(waited).containsAll(working.keySet());
    }

    private static ArchCondition<JavaMethod> notMentionEntities() {
        return new ArchCondition<>("not mention entities in their signature") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                method.getAllInvolvedRawTypes().stream()
                        .filter(type -> type.isAnnotatedWith(Entity.class))
                        .forEach(type -> events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " mentions " + type.getName())));
            }
        };
    }

    private static ArchCondition<JavaMethod> bePublicByName() {
        return ArchCondition.from(describe(
                "be @PermitAll and on the list of public methods",
                method -> method.isAnnotatedWith(PermitAll.class)
                        && PUBLIC_METHODS.contains(method.getOwner().getSimpleName() + "." + method.getName())));
    }

    private static ArchCondition<JavaClass> haveNameAmong(Set<String> names) {
        return ArchCondition.from(describe("be among " + names, type -> names.contains(type.getSimpleName())));
    }
}
