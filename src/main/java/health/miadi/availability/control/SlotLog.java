package health.miadi.availability.control;

import java.util.List;

/**
 * A part of the log of {@link SlotChange}s.
 *
 * @param changes each once
 * @param complete whether these are all: not where there were more than anybody wants to be told one by one
 * @param position up to where it reaches
 */
record SlotLog(List<SlotChange> changes, boolean complete, Position position) {
    /**
     * A place in the log.
     *
     * @param log which log it is a place in: after a restore or a failover it is another
     * @param second since 1970 at which the log was read, by the database's clock
     * @param snapshot PostgreSQL's name for all transactions that were visible then
     * @param oldest no transaction before this one was running then
     */
    record Position(String log, long second, String snapshot, long oldest) {
        /** What a listener sends back as {@code Last-Event-ID} to go on from here. */
        String id() {
            return second + "-" + oldest + "-" + log;
        }
    }
}
