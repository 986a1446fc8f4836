/** The HTTP side of medical records: requests, answers, and who may send which. */
@NullMarked
package health.miadi.record.boundary;

import org.jspecify.annotations.NullMarked;
