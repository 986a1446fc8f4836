/**
 * Completes the OpenAPI document while the build generates it: error responses, headers, security and the shape of records.
 *
 * <p>What the document says of an operation is read from the annotations that decide at run time ({@code @RolesAllowed},
 * {@code @Nullable}, header parameters), so that the two cannot drift apart. Nothing here runs in the server, and the WAR
 * leaves the package out.
 */
@NullMarked
package health.miadi.shared.openapi;

import org.jspecify.annotations.NullMarked;
