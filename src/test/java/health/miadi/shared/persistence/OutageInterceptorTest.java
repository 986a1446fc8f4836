package health.miadi.shared.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.miadi.shared.refusal.CommonFact;
import health.miadi.shared.refusal.Refusal;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A database that fails (ADR 0035)")
class OutageInterceptorTest {
    private final OutageInterceptor interceptor = new OutageInterceptor();

    @ParameterizedTest
    @ValueSource(strings = {"08006", "53100", "57P01", "58030", "25006"})
    @DisplayName("refuses a request, and costs a timer its turn and no trace")
    void outage(String state) throws Exception {
        InvocationContext call = failingWith(new IllegalStateException(new SQLException("broken", state)));
        assertThatThrownBy(() -> interceptor.refusing(call))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.fact()).isEqualTo(CommonFact.UNAVAILABLE));
        assertThat(interceptor.leavingOut(call)).isNull();
    }

    @Test
    @DisplayName("costs a timer its turn too where a bean that it called was refused")
    void refusedFurtherIn() throws Exception {
        assertThat(interceptor.leavingOut(failingWith(Refusal.of(CommonFact.UNAVAILABLE, "away"))))
                .isNull();
    }

    @Test
    @DisplayName("hides nothing else")
    void somethingElse() {
        var bug = new IllegalStateException(new SQLException("no such column", "42703"));
        assertThatThrownBy(() -> interceptor.refusing(failingWith(bug))).isSameAs(bug);
        assertThatThrownBy(() -> interceptor.leavingOut(failingWith(bug))).isSameAs(bug);
        Refusal refusal = Refusal.of(CommonFact.NOT_FOUND, "gone");
        assertThatThrownBy(() -> interceptor.leavingOut(failingWith(refusal))).isSameAs(refusal);
    }

    private static InvocationContext failingWith(RuntimeException failure) {
        return (InvocationContext) Proxy.newProxyInstance(
                InvocationContext.class.getClassLoader(),
                new Class<?>[] {InvocationContext.class},
                (proxy, method, arguments) -> {
                    throw failure;
                });
    }
}
