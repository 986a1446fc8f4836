/**
 * Writes, while the WAR is built, what it is made of: a bill of materials in CycloneDX' form. Nothing here runs in the server, and the WAR
 * leaves the package out.
 */
@NullMarked
package health.miadi.shared.sbom;

import org.jspecify.annotations.NullMarked;
