package health.miadi.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Several clients that send at the same moment. */
public final class Race implements AutoCloseable {

    private static final long LIMIT_SECONDS = 120;

    private final ExecutorService runners;

    /** A race track for up to {@code lanes} clients at a time. */
    public Race(int lanes) {
        this.runners = Executors.newFixedThreadPool(lanes);
    }

    /**
     * Lets all clients send at once and answers what they got, in the order of the clients.
     *
     * @throws AssertionError if the server failed one of them (5xx), or one got no answer
     */
    public List<Answer> run(List<Callable<Answer>> clients) throws Exception {
        CyclicBarrier start = new CyclicBarrier(clients.size());
        List<Future<Answer>> running = new ArrayList<>();
        for (Callable<Answer> client : clients) {
            running.add(runners.submit(() -> {
                start.await(LIMIT_SECONDS, TimeUnit.SECONDS);
                return client.call();
            }));
        }
        List<Answer> answers = new ArrayList<>();
        for (Future<Answer> one : running) {
            answers.add(one.get(LIMIT_SECONDS, TimeUnit.SECONDS));
        }
        assertThat(answers)
                .allSatisfy(
                        answer -> assertThat(answer.status()).as("%s", answer).isLessThan(500));
        return answers;
    }

    @Override
    public void close() {
        runners.shutdownNow();
    }
}
