package health.miadi.availability.control;

import health.miadi.availability.control.SlotLog.Position;
import health.miadi.shared.metrics.Limit;
import health.miadi.shared.metrics.Metrics;
import health.miadi.shared.refusal.CommonFact;
import health.miadi.shared.refusal.Refusal;
import health.miadi.shared.settings.Configured;
import health.miadi.shared.settings.Setting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells all who watch calendars on this node what changed, whichever node it happened on (R-AVAIL-8). The log is read once
 * for all of them, and not at all while nobody watches.
 */
@ApplicationScoped
public class SlotWatch {
    private static final Pattern ID = Pattern.compile("([0-9]{1,12})-([0-9]{1,18})-([0-9a-f]{1,16})");

    /** As many changes at once as a listener is told one by one; whom more concern looks up everything again. */
    private static final int MOST_TOLD = 200;

    @Inject
    SlotLogRepository log;

    @Inject
    Clock clock;

    @Inject
    @Configured(Setting.LIVE_KEPT_MINUTES)
    int keptMinutes;

    @Inject
    @Configured(Setting.LIVE_LISTENERS)
    int mostListeners;

    @Inject
    @Configured(Setting.LIVE_STREAMS_PER_ACCOUNT)
    int mostOfAccount;

    /** With the number of each, in the order in which they began. */
    private final Map<SlotListener, Long> listeners = new ConcurrentHashMap<>();

    private long begun;
    private final Object telling = new Object();
    private volatile @Nullable Position reached;

    /**
     * Lets somebody watch from now on, or from where a former stream broke off.
     *
     * @param lastEventId the last id of that stream, or null: there was none
     * @return the first thing to tell
     * @throws Refusal {@code unavailable} when this node has as many listeners as it takes
     */
    public Beginning begin(SlotListener listener, @Nullable String lastEventId) {
        Position now = add(listener);
        try {
            return lastEventId == null ? new Beginning(now.id(), false, List.of()) : again(listener, lastEventId, now);
        } catch (RuntimeException failed) {
            leave(listener);
            throw failed;
        }
    }

    private Beginning again(SlotListener listener, String lastEventId, Position now) {
        long oldest = resumable(lastEventId, now);
        if (oldest < 0) {
            return new Beginning(now.id(), true, List.of());
        }
        SlotLog former = log.since(oldest);
        List<SlotChange> missed = watched(former, listener);
        return former.complete() && missed.size() <= MOST_TOLD
                ? new Beginning(now.id(), false, missed)
                : new Beginning(now.id(), true, List.of());
    }

    /**
     * How a stream begins.
     *
     * @param id the place in the log from which it goes on
     * @param reset whether changes may have been missed that the log does not have any more
     * @param missed what changed since the former stream
     */
    public record Beginning(String id, boolean reset, List<SlotChange> missed) {}

    private Position add(SlotListener listener) {
        synchronized (telling) {
            endOldestOf(listener.account());
            if (listeners.size() >= mostListeners) {
                Metrics.reached(Limit.STREAMS);
                throw Refusal.of(CommonFact.UNAVAILABLE, "As many watch here as this server can tell. Try again.");
            }
            Position known = reached;
            Position now = known == null ? log.end() : known;
            reached = now;
            listeners.put(listener, begun++);
            return now;
        }
    }

    /**
     * Makes room for another of that account: the oldest is probably of a page that was left. One that is still read goes on by
     * connecting again, so that nobody is refused.
     */
    private void endOldestOf(UUID account) {
        List<SlotListener> own = listeners.entrySet().stream()
                .filter(each -> each.getKey().account().equals(account))
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
        if (!own.isEmpty() && own.size() >= mostOfAccount) {
            Metrics.reached(Limit.ACCOUNT_STREAMS);
            end(own.get(0));
        }
    }

    /** The transaction to go on from, or -1 when the log does not reach back that far, or never gave that id. */
    private long resumable(String lastEventId, Position now) {
        Matcher id = ID.matcher(lastEventId);
        if (!id.matches() || !id.group(3).equals(now.log())) {
            return -1;
        }
        long age = now.second() - Long.parseLong(id.group(1));
        long oldest = Long.parseLong(id.group(2));
        return age <= Duration.ofMinutes(keptMinutes).toSeconds() && oldest <= now.oldest() ? oldest : -1;
    }

    /** How many watch here now. */
    int listening() {
        return listeners.size();
    }

    /** How many can. */
    int most() {
        return mostListeners;
    }

    public boolean isWatched() {
        return !listeners.isEmpty();
    }

    /** Forgets a listener that has ended. */
    public void leave(SlotListener listener) {
        listeners.remove(listener);
    }

    /** Reads what is new in the log, and tells it. */
    void tell() {
        Set<SlotListener> doubtful = endThoseThatAreOver();
        Position from = reached;
        if (from == null) {
            return;
        }
        if (listeners.isEmpty()) {
            rest();
            return;
        }
        SlotLog news = log.after(from);
        boolean complete = news.complete()
                && news.position().log().equals(from.log())
                && news.position().second() - from.second()
                        <= Duration.ofMinutes(keptMinutes).toSeconds();
        synchronized (telling) {
            reached = news.position();
            for (SlotListener listener : listeners.keySet()) {
                safely(listener, () -> tell(listener, news, complete, doubtful.contains(listener)));
            }
        }
    }

    /** Whoever may have to end is told of no change, but that there was one: it is looked up with a token that still counts. */
    private static void tell(SlotListener listener, SlotLog news, boolean complete, boolean doubtful) {
        String id = news.position().id();
        List<SlotChange> watched = watched(news, listener);
        if (!complete || watched.size() > MOST_TOLD || (doubtful && !watched.isEmpty())) {
            listener.reset(id);
        } else if (!watched.isEmpty()) {
            listener.changed(watched, id);
        }
    }

    private static List<SlotChange> watched(SlotLog log, SlotListener listener) {
        return log.changes().stream()
                .filter(change -> listener.watches(change.providerId()))
                .toList();
    }

    /** Lets every listener know that the stream is alive, and so finds out which are not. */
    void beat() {
        Position now = reached;
        if (now != null) {
            listeners.keySet().forEach(listener -> safely(listener, () -> listener.alive(now.id())));
        }
    }

    void forgetOldChanges() {
        log.forget(Duration.ofMinutes(keptMinutes + 1L));
    }

    /** Ends every stream, so that the server can stop; listeners find another node. */
    void endAll() {
        listeners.keySet().forEach(this::end);
    }

    /** Those of which nobody can tell now stay, and are answered: one of them keeps nobody else from being told. */
    private Set<SlotListener> endThoseThatAreOver() {
        Instant now = clock.instant();
        Set<SlotListener> doubtful = new HashSet<>();
        for (SlotListener listener : listeners.keySet()) {
            try {
                if (listener.isOver(now)) {
                    end(listener);
                }
            } catch (RuntimeException unanswered) {
                doubtful.add(listener);
            }
        }
        return doubtful;
    }

    private void end(SlotListener listener) {
        listeners.remove(listener);
        safely(listener, listener::end);
    }

    /** What fails for one listener ends that one, and nothing for the others. */
    private void safely(SlotListener listener, Runnable what) {
        try {
            what.run();
        } catch (RuntimeException gone) {
            listeners.remove(listener);
        }
    }

    private void rest() {
        synchronized (telling) {
            if (listeners.isEmpty()) {
                reached = null;
            }
        }
    }
}
