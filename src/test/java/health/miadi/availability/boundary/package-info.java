/** Tests of the availability feature over HTTP. */
@NullMarked
package health.miadi.availability.boundary;

import org.jspecify.annotations.NullMarked;
