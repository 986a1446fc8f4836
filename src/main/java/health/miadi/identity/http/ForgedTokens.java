package health.miadi.identity.http;

import health.miadi.audit.control.AuditRefusals;
import health.miadi.audit.entity.Actor;
import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.identity.control.TrustedProxies;
import health.miadi.shared.http.RequestId;
import health.miadi.shared.net.Forwarding;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Notes access tokens that nobody of ours made (R-REC-7), a few of a place a minute and the others counted (R-AUTH-12). Nothing of the
 * token is kept. They are refused before any filter has begun, so who asks is told by the request itself.
 */
@ApplicationScoped
public class ForgedTokens {
    private static final Logger LOG = Logger.getLogger(ForgedTokens.class.getName());

    @EJB
    AuditRefusals refusals;

    @Inject
    TrustedProxies proxies;

    /** Notes that this request came with one. */
    public void note(HttpServletRequest request) {
        String peer = Optional.ofNullable(request.getRemoteAddr()).orElse("");
        String address = proxies.client(peer, Forwarding.addresses(request)).orElse(null);
        Actor stranger =
                new Actor(null, Actor.ANONYMOUS_ROLE, null, address, RequestId.of(request), RequestId.ownOf(request));
        try {
            refusals.noteOf(stranger, AuditAction.SIGNED_IN, AuditedEntity.USER, "forged-token");
        } catch (RuntimeException lost) {
            LOG.log(
                    Level.SEVERE,
                    "A forged token could not be noted: {0}",
                    lost.getClass().getName());
        }
    }
}
