/** Versions of what people change at the same time (R-BOOK-11): each thing that can be changed counts its own. */
@NullMarked
package health.miadi.shared.version;

import org.jspecify.annotations.NullMarked;
