/**
 * Signing in with an account at an OpenID provider, Google's by default (R-AUTH-4).
 *
 * <p>The Jakarta Security mechanism of the platform speaks with the provider; {@code OpenIdMechanism}, at the door, holds it by the
 * hand, so that nothing of a sign-in stays on one node. What becomes of somebody who is new here is for the feature that keeps patients.
 */
@NullMarked
package health.miadi.identity.control.openid;

import org.jspecify.annotations.NullMarked;
