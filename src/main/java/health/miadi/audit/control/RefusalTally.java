package health.miadi.audit.control;

import health.miadi.audit.entity.Actor;
import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditedEntity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which refusals have an entry of their own (R-AUTH-12): the first of each caller in a minute, and the first of all callers
 * together. The others are counted, and have one entry together, so that nobody fills a trail that nobody can empty. Strangers and
 * people who are signed in are bounded apart: a flood from outside hides nothing of what somebody inside was refused.
 */
final class RefusalTally {
    private final int ofCaller;
    private final int ofAll;
    private final Map<Key, Counted> callers = new HashMap<>();
    private final List<Surplus> finished = new ArrayList<>();
    private Counted strangers = new Counted();
    private Counted accounts = new Counted();
    private Instant minute = Instant.MIN;

    /**
     * @param ofCaller how many entries of their own the refusals of one caller have in a minute
     * @param ofAll how many those of all strangers have, and those of all who are signed in
     */
    RefusalTally(int ofCaller, int ofAll) {
        this.ofCaller = ofCaller;
        this.ofAll = ofAll;
    }

    /**
     * Refusals that have no entry of their own.
     *
     * @param last the last of them: who was refused
     * @param action what was tried last
     * @param entity of what
     * @param count how many they are
     */
    record Surplus(Actor last, AuditAction action, AuditedEntity entity, int count) {
        /** Nothing of who. */
        @Override
        public String toString() {
            return "Surplus";
        }
    }

    /** Who is refused: an account, wherever from, or else an address. */
    private record Key(@Nullable UUID account, @Nullable String address) {
        /** Nothing of who. */
        @Override
        public String toString() {
            return "Key";
        }
    }

    private static final class Counted {
        private int noted;
        private @Nullable Surplus surplus;

        void more(Actor actor, AuditAction action, AuditedEntity entity) {
            surplus = new Surplus(actor, action, entity, surplus == null ? 1 : surplus.count() + 1);
        }
    }

    /** Whether a refusal has an entry of its own; it is counted otherwise. */
    synchronized boolean isNoted(Actor actor, AuditAction action, AuditedEntity entity, Instant now) {
        turn(now);
        Key key = new Key(actor.userId(), actor.userId() == null ? actor.address() : null);
        Counted caller = callers.get(key);
        if (caller != null && caller.noted >= ofCaller) {
            caller.more(actor, action, entity);
            return false;
        }
        Counted all = actor.userId() == null ? strangers : accounts;
        if (all.noted >= ofAll) {
            all.more(new Actor(null, Actor.ANONYMOUS_ROLE, null, null, null, null), action, entity);
            return false;
        }
        all.noted++;
        callers.computeIfAbsent(key, first -> new Counted()).noted++;
        return true;
    }

    /** What was counted in minutes that are over, once. */
    synchronized List<Surplus> finished(Instant now) {
        turn(now);
        List<Surplus> taken = List.copyOf(finished);
        finished.clear();
        return taken;
    }

    private void turn(Instant now) {
        Instant current = now.truncatedTo(ChronoUnit.MINUTES);
        if (current.equals(minute)) {
            return;
        }
        minute = current;
        callers.values().forEach(this::finish);
        finish(strangers);
        finish(accounts);
        callers.clear();
        strangers = new Counted();
        accounts = new Counted();
    }

    private void finish(Counted counted) {
        if (counted.surplus != null) {
            finished.add(counted.surplus);
        }
    }
}
