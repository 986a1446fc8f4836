package health.miadi.console.runtime;

import health.miadi.audit.entity.Actor;
import health.miadi.identity.control.ActorOfRequest;
import health.miadi.identity.control.SessionClient;
import health.miadi.identity.entity.User;
import health.miadi.shared.validation.Cut;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

/** Whoever sits at the console, by the name that the operating system knows them by; no request is asked who acts. */
@Alternative
@Priority(1)
@ApplicationScoped
class ConsoleActor implements ActorOfRequest {
    private static final int LONGEST_NAME = 100;

    @Override
    public Actor get() {
        return new Actor(null, Actor.SYSTEM_ROLE, name(), null, null, null);
    }

    @Override
    public SessionClient client() {
        return SessionClient.of(null, null);
    }

    @Override
    public void proved(User user) {
        // nobody signs in at a console
    }

    private static String name() {
        String name = System.getProperty("user.name", "").strip();
        String known = name.isEmpty() ? "unknown" : name;
        return Cut.to(LONGEST_NAME, known).strip();
    }
}
