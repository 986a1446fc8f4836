/** Tests of the slot engine. */
@NullMarked
package health.miadi.availability.entity;

import org.jspecify.annotations.NullMarked;
