/**
 * Who may do what, as one table and one test of every operation against it (R-AUTH-8).
 *
 * <p>{@code authorisation.md}, among the test resources, is the table. The operations are read from the OpenAPI document, so
 * that one which is new fails the build until it has a row there and a way to be tried in {@link
 * health.miadi.authorisation.Attempts}.
 */
@NullMarked
package health.miadi.authorisation;

import org.jspecify.annotations.NullMarked;
