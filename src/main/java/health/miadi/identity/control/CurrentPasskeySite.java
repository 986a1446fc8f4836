package health.miadi.identity.control;

import org.jspecify.annotations.Nullable;

/** Where passkeys are shown at this moment (R-AUTH-18); a server has one that asks the request. */
public interface CurrentPasskeySite {
    /** That place, with what only this browser has, if it has anything. */
    PasskeySite get();

    /** The same for a browser that is given that. */
    PasskeySite with(@Nullable String browser);
}
