package health.miadi.testing;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** Runs something on a stack smaller than any server's, so that a recursion which grows with its input shows. */
public final class SmallStack {
    private static final long BYTES = 256 * 1024;

    private SmallStack() {}

    /** What it answers; whatever it throws, a {@code StackOverflowError} too, is thrown on. */
    public static <T> T answer(Callable<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Runnable asking = () -> {
            try {
                answer.complete(question.call());
            } catch (Exception | StackOverflowError thrown) {
                answer.completeExceptionally(thrown);
            }
        };
        new Thread(null, asking, "small stack", BYTES).start();
        return answer.join();
    }
}
