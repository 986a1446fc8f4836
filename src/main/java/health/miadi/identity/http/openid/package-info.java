/** The platform's OpenID mechanism, asked with a request and a response of our own making (R-AUTH-4). */
@NullMarked
package health.miadi.identity.http.openid;

import org.jspecify.annotations.NullMarked;
