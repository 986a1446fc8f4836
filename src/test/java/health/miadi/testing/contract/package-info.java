/**
 * The OpenAPI document of the build as a judge: every exchange of a test is held against it.
 *
 * <p>The document is part of the contract, so a status, header, body member or content type that it does not describe
 * fails the test that met it, and so does a well-meant request that it would not allow.
 */
@NullMarked
package health.miadi.testing.contract;

import org.jspecify.annotations.NullMarked;
