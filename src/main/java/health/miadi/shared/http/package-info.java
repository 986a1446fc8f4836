/**
 * The manners of the HTTP contract, the same for every resource: strict JSON, typed parameters, entity tags and
 * preconditions, keyset pages, request ids, limits on sizes.
 */
@NullMarked
package health.miadi.shared.http;

import org.jspecify.annotations.NullMarked;
