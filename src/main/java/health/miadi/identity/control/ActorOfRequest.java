package health.miadi.identity.control;

import health.miadi.audit.control.CurrentActor;
import health.miadi.audit.entity.Actor;
import health.miadi.identity.entity.User;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;

/** Who acts, on a server: whoever made the request of this moment, or the application itself where there is none. */
@ApplicationScoped
public class ActorOfRequest implements CurrentActor {
    @Inject
    ActingRequest acting;

    @Override
    public Actor get() {
        try {
            return acting.actor();
        } catch (ContextNotActiveException background) {
            return Actor.SYSTEM;
        }
    }

    /** With what and from where the request of this moment comes (R-AUTH-11). */
    SessionClient client() {
        return acting.client();
    }

    /** Takes note that whoever made this request has just proved to be that user. */
    public void proved(User user) {
        acting.proved(user);
    }
}
