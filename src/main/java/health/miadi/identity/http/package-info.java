/** What a request and its cookies say of who asks, from where and on which page: for the boundaries of all features, and for no use case. */
@NullMarked
package health.miadi.identity.http;

import org.jspecify.annotations.NullMarked;
