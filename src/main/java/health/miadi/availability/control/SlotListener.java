package health.miadi.availability.control;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Somebody who watches calendars. Nothing here may wait: one thread tells all listeners. */
public interface SlotListener {
    /** Whose it is: an account has few of them. */
    UUID account();

    /** Whether that provider's calendar is watched. */
    boolean watches(UUID providerId);

    /**
     * Free time has changed in calendars that are watched.
     *
     * @param id the place in the log that is reached with the last of them
     */
    void changed(List<SlotChange> changes, String id);

    /** Changes may have been missed: whatever was read before is to be read again. */
    void reset(String id);

    /** Nothing has happened for a while. */
    void alive(String id);

    /**
     * Whether it has ended, or ends now because it may not go on.
     *
     * @throws RuntimeException when nobody can tell at this moment
     */
    boolean isOver(Instant now);

    /** Ends it. */
    void end();
}
