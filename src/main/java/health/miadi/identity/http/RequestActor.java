package health.miadi.identity.http;

import health.miadi.audit.entity.Actor;
import health.miadi.identity.control.ActorOfRequest;
import health.miadi.identity.control.SessionClient;
import health.miadi.identity.entity.User;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;

/** On a server: whoever made the request of this moment, or the application itself where there is none. */
@ApplicationScoped
public class RequestActor implements ActorOfRequest {
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

    @Override
    public SessionClient client() {
        return acting.client();
    }

    @Override
    public void proved(User user) {
        acting.proved(user);
    }
}
