package health.miadi.shared.http;

import health.miadi.shared.refusal.CommonFact;
import health.miadi.shared.refusal.Refusal;
import health.miadi.shared.settings.Configured;
import health.miadi.shared.settings.Setting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Providers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Holds back the answers to those who come too often: {@code rate-limited} and {@code unavailable}. A client that asks again
 * as soon as it is refused would take the processors by being refused. While an answer is held back no thread waits for it.
 */
@ApplicationScoped
public class HeldRefusals {
    /** More than these are answered at once: each one held is an open connection. */
    private static final int MOST_HELD = 1_000;

    private final Semaphore room = new Semaphore(MOST_HELD);

    @Inject
    @Configured(Setting.SIGN_IN_REFUSAL_DELAY_MILLIS)
    int delayMillis;

    /**
     * The answer of that work, at once, or its refusal, a while later.
     *
     * @param providers those of the request: they know how a refusal is answered
     */
    public CompletionStage<Response> holding(Providers providers, Supplier<Response> work) {
        try {
            return CompletableFuture.completedFuture(work.get());
        } catch (Refusal refused) {
            boolean tooOften = refused.fact() == CommonFact.RATE_LIMITED || refused.fact() == CommonFact.UNAVAILABLE;
            if (!tooOften || !room.tryAcquire()) {
                throw refused;
            }
            return held(answer(providers, refused));
        }
    }

    private CompletionStage<Response> held(Response answer) {
        Executor later = CompletableFuture.delayedExecutor(delayMillis, TimeUnit.MILLISECONDS);
        return CompletableFuture.supplyAsync(
                () -> {
                    room.release();
                    return answer;
                },
                later);
    }

    /** Made on the request's own thread, where the request can be asked. */
    private static Response answer(Providers providers, Refusal refused) {
        ExceptionMapper<Refusal> mapper = providers.getExceptionMapper(Refusal.class);
        return mapper.toResponse(refused);
    }
}
