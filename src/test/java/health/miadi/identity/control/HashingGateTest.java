package health.miadi.identity.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.miadi.identity.control.HashingGate.Share;
import health.miadi.shared.refusal.CommonFact;
import health.miadi.shared.refusal.Refusal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Few threads hash at a time, few more wait, and those who sign in apart from others (R-AUTH-1, R-AUTH-12, H3). */
class HashingGateTest {
    private static final int LONG = 60;

    private final ExecutorService clients = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        clients.shutdownNow();
    }

    @Test
    void letsNoMoreThroughThanItSays() throws Exception {
        HashingGate gate = new HashingGate(2, 100, LONG);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Future<Integer>> all = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            all.add(clients.submit(() -> gate.pass(Share.SIGN_IN, () -> {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                Thread.yield();
                return inside.decrementAndGet();
            })));
        }
        for (Future<Integer> one : all) {
            one.get(LONG, TimeUnit.SECONDS);
        }
        assertThat(most.get()).isBetween(1, 2);
    }

    @Test
    void aTurnRestsAsLongAsItWorkedWhileOthersWait() throws Exception {
        HashingGate gate = new HashingGate(1, 1, LONG);
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        long[] first = new long[2];
        Future<Boolean> one = clients.submit(() -> gate.pass(Share.SIGN_IN, () -> {
            first[0] = System.nanoTime();
            entered.countDown();
            boolean left = await(leave);
            first[1] = System.nanoTime();
            return left;
        }));
        assertThat(entered.await(LONG, TimeUnit.SECONDS)).isTrue();
        Future<Long> next = clients.submit(() -> gate.pass(Share.SIGN_IN, System::nanoTime));
        Awaitility.await().until(gate::othersWait);
        leave.countDown();
        assertThat(one.get(LONG, TimeUnit.SECONDS)).isTrue();
        assertThat(next.get(LONG, TimeUnit.SECONDS) - first[1]).isGreaterThanOrEqualTo(first[1] - first[0]);
    }

    @Test
    void refusesAtOnceWhoFindsTheQueueFull() throws Exception {
        HashingGate gate = new HashingGate(1, 0, LONG);
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        Future<Boolean> first = clients.submit(() -> gate.pass(Share.SIGN_IN, () -> {
            entered.countDown();
            return await(leave);
        }));
        assertThat(entered.await(LONG, TimeUnit.SECONDS)).isTrue();
        assertThatThrownBy(() -> gate.pass(Share.SIGN_IN, () -> true))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.fact()).isEqualTo(CommonFact.UNAVAILABLE);
                    assertThat(refusal.retryAfterSeconds()).isPositive();
                });
        leave.countDown();
        assertThat(first.get(LONG, TimeUnit.SECONDS)).isTrue();
        assertThat(gate.pass(Share.SIGN_IN, () -> "free again")).isEqualTo("free again");
    }

    @Test
    void refusesWhoseTurnDoesNotComeInTimeAndKeepsNothingOfThem() throws Exception {
        HashingGate gate = new HashingGate(1, 1, 0);
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        Future<Boolean> first = clients.submit(() -> gate.pass(Share.SIGN_IN, () -> {
            entered.countDown();
            return await(leave);
        }));
        assertThat(entered.await(LONG, TimeUnit.SECONDS)).isTrue();
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> gate.pass(Share.SIGN_IN, () -> true)).isInstanceOf(Refusal.class);
        }
        leave.countDown();
        assertThat(first.get(LONG, TimeUnit.SECONDS)).isTrue();
        assertThat(gate.pass(Share.SIGN_IN, () -> true)).isTrue();
    }

    @Test
    void opensAgainAfterAFailure() {
        HashingGate gate = new HashingGate(1, 0, LONG);
        assertThatThrownBy(() -> gate.pass(Share.SIGN_IN, () -> {
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(gate.pass(Share.SIGN_IN, () -> true)).isTrue();
    }

    @Test
    void othersFillTheirOwnRoomOnlyAndNobodyWhoSignsInWaitsForAllOfThem() throws Exception {
        HashingGate gate = new HashingGate(1, 3, LONG);
        CountDownLatch leave = new CountDownLatch(1);
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        List<Future<Boolean>> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            all.add(clients.submit(() -> gate.pass(Share.OTHERS, () -> order.add("other") && await(leave))));
        }
        Awaitility.await().until(() -> gate.room(Share.OTHERS) == 0);
        assertThatThrownBy(() -> gate.pass(Share.OTHERS, () -> true)).isInstanceOf(Refusal.class);
        all.add(clients.submit(() -> gate.pass(Share.SIGN_IN, () -> order.add("sign-in"))));
        Awaitility.await().until(() -> gate.room(Share.SIGN_IN) == 3);
        leave.countDown();
        for (Future<Boolean> one : all) {
            assertThat(one.get(LONG, TimeUnit.SECONDS)).isTrue();
        }
        // it may have come to the turns just after the second of the others
        assertThat(order).hasSize(5).element(0).isEqualTo("other");
        assertThat(order.indexOf("sign-in")).isBetween(1, 2);
    }

    @Test
    void thoseWhoSignInFillTheirOwnRoomOnly() throws Exception {
        HashingGate gate = new HashingGate(1, 0, LONG);
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        Future<Boolean> first = clients.submit(() -> gate.pass(Share.SIGN_IN, () -> {
            entered.countDown();
            return await(leave);
        }));
        assertThat(entered.await(LONG, TimeUnit.SECONDS)).isTrue();
        Future<Boolean> other = clients.submit(() -> gate.pass(Share.OTHERS, () -> true));
        Awaitility.await().until(() -> gate.room(Share.OTHERS) == 0);
        leave.countDown();
        assertThat(first.get(LONG, TimeUnit.SECONDS)).isTrue();
        assertThat(other.get(LONG, TimeUnit.SECONDS)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "4, 2", "8, 4", "64, 4"})
    void leavesHalfOfTheProcessorsToTheRest(int processors, int threads) {
        assertThat(HashingGate.ownChoice(processors)).isEqualTo(threads);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(LONG, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
