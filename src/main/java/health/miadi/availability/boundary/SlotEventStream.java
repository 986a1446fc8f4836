package health.miadi.availability.boundary;

import health.miadi.availability.control.SlotChange;
import health.miadi.availability.control.SlotListener;
import health.miadi.availability.control.SlotWatch.Beginning;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One client's stream of slot events. It is written without ever waiting for the client, so that thousands need no thread of
 * their own; a client that does not read is dropped once {@value #MOST_WAITING} bytes wait for it.
 */
final class SlotEventStream implements SlotListener, WriteListener {
    private static final int MOST_WAITING = 65_536;

    private final ServletOutputStream output;
    private final Runnable closing;
    private final UUID account;
    private final Set<UUID> providers;
    private final Instant until;
    private final BooleanSupplier ended;
    private final Consumer<SlotListener> farewell;

    private final Queue<byte[]> waiting = new ArrayDeque<>();
    private int waitingBytes;
    private @Nullable StringBuilder untilBegun = new StringBuilder();
    private boolean writable;
    private boolean over;

    /**
     * @param output of the suspended request
     * @param closing ends that request
     * @param account whose stream it is
     * @param providers whose calendars are watched, or empty: everybody's
     * @param until when the client's token ends, and the stream with it
     * @param ended whether the client's session has ended before that
     * @param farewell is told when the stream has ended
     */
    SlotEventStream(
            ServletOutputStream output,
            Runnable closing,
            UUID account,
            Set<UUID> providers,
            Instant until,
            BooleanSupplier ended,
            Consumer<SlotListener> farewell) {
        this.output = output;
        this.closing = closing;
        this.account = account;
        this.providers = Set.copyOf(providers);
        this.until = until;
        this.ended = ended;
        this.farewell = farewell;
    }

    /** Sends what comes first, and then what was told in the meantime. */
    synchronized void begin(Beginning beginning) {
        String meanwhile = String.valueOf(untilBegun);
        untilBegun = null;
        send(SlotEventText.beginning(beginning) + meanwhile);
        output.setWriteListener(this);
    }

    @Override
    public UUID account() {
        return account;
    }

    @Override
    public boolean watches(UUID providerId) {
        return providers.isEmpty() || providers.contains(providerId);
    }

    @Override
    public void changed(List<SlotChange> changes, String id) {
        send(SlotEventText.changed(changes, id));
    }

    @Override
    public void reset(String id) {
        send(SlotEventText.reset(id));
    }

    @Override
    public void alive(String id) {
        send(SlotEventText.alive(id));
    }

    private synchronized void send(String text) {
        if (over) {
            return;
        }
        StringBuilder later = untilBegun;
        if (later != null) {
            later.append(text);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (waitingBytes + bytes.length > MOST_WAITING) {
            end();
            return;
        }
        waiting.add(bytes);
        waitingBytes += bytes.length;
        write();
    }

    @Override
    public synchronized void onWritePossible() {
        writable = true;
        write();
    }

    private void write() {
        try {
            while (writable && !over && output.isReady()) {
                byte[] next = waiting.poll();
                if (next == null) {
                    return;
                }
                waitingBytes -= next.length;
                output.write(next);
                if (output.isReady()) {
                    output.flush();
                }
            }
        } catch (IOException | IllegalStateException gone) {
            end();
        }
    }

    @Override
    public void onError(Throwable gone) {
        end();
    }

    @Override
    public synchronized boolean isOver(Instant now) {
        return over || !now.isBefore(until) || ended.getAsBoolean();
    }

    @Override
    public synchronized void end() {
        if (over) {
            return;
        }
        over = true;
        waiting.clear();
        farewell.accept(this);
        closing.run();
    }
}
