package health.miadi.demo.launcher;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LoopbackPortTest {
    private final ServerSocket taken;

    LoopbackPortTest() throws Exception {
        taken = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    }

    @Test
    void aPortThatStaysTakenIsRefused() throws Exception {
        try (taken) {
            assertThatThrownBy(() -> LoopbackPort.proveFree(taken.getLocalPort(), Duration.ofMillis(120)))
                    .isInstanceOf(LaunchRefusal.class)
                    .hasMessage("Port %d is in use: stop what uses it, or set MIADI_PORT to another one."
                            .formatted(taken.getLocalPort()));
        }
    }

    @Test
    void aPortThatBecomesFreeMeanwhileIsTakenForFree() throws Exception {
        var asked = new CountDownLatch(1);
        var proof = CompletableFuture.runAsync(() -> assertThatCode(() -> {
                    asked.countDown();
                    LoopbackPort.proveFree(taken.getLocalPort(), Duration.ofSeconds(50));
                })
                .doesNotThrowAnyException());
        asked.await();
        taken.close();

        proof.get();
    }

    @Test
    void aFreePortNeedsNoPatience() throws Exception {
        taken.close();

        assertThatCode(() -> LoopbackPort.proveFree(LoopbackPort.free(), Duration.ZERO))
                .doesNotThrowAnyException();
    }
}
