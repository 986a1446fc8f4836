/** Miadi: appointments for clinics. */
@NullMarked
package health.miadi;

import org.jspecify.annotations.NullMarked;
