package health.miadi.identity.control;

import health.miadi.audit.control.CurrentActor;
import health.miadi.identity.entity.User;

/** Who acts at this moment, and with what; a server has one that asks the request. */
public interface ActorOfRequest extends CurrentActor {
    /** With what and from where (R-AUTH-11). */
    SessionClient client();

    /** Takes note that whoever acts has just proved to be that user. */
    void proved(User user);
}
