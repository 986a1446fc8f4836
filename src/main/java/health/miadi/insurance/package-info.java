/**
 * The patients' insurance covers.
 *
 * <p>Owns R-INS-1: confirmed policy numbers are unique (R-PERS-2), and a cover is seen and kept by those who see its patient's file. Which
 * appointments name a cover is for {@code appointment} to decide. Uses {@code patient}, {@code identity}, {@code audit}
 * and {@code shared}.
 */
@NullMarked
package health.miadi.insurance;

import org.jspecify.annotations.NullMarked;
