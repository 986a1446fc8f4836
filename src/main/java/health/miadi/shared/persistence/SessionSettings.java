package health.miadi.shared.persistence;

import org.eclipse.persistence.config.SessionCustomizer;
import org.eclipse.persistence.sessions.Session;

/**
 * Lets EclipseLink report a lost connection at once. By itself it would try three times and sleep for ten seconds meanwhile,
 * with a thread of the server; here the pool has looked for a living one already.
 */
public class SessionSettings implements SessionCustomizer {
    @Override
    public void customize(Session session) {
        session.getLogin().setQueryRetryAttemptCount(0);
        session.getLogin().setConnectionHealthValidatedOnError(false);
    }
}
