/**
 * The demonstration: one command that runs Miadi from a clone, and the sample clinic that it shows.
 *
 * <p>May use every feature; nothing uses it. The {@code launcher} below it is not part of the WAR.
 */
@NullMarked
package health.miadi.demo;

import org.jspecify.annotations.NullMarked;
