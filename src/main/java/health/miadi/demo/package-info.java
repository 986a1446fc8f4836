/**
 * The demonstration: one command that runs Miadi from a clone, and the sample clinic that it shows.
 *
 * <p>The sample clinic is loaded when {@code miadi.sample-clinic} is true and nobody is known yet: invented people from
 * Synthea, given working hours in three time zones, some upcoming appointments and a few records of past
 * visits, all through the features' own use cases and in one transaction. The {@code launcher} below is the run command and no part of the WAR.
 *
 * <p>May use every feature; nothing uses it.
 */
@NullMarked
package health.miadi.demo;

import org.jspecify.annotations.NullMarked;
