/** Writing, reading and searching medical records, and the keys that they are sealed with (R-REC-1 to R-REC-4). */
@NullMarked
package health.miadi.record.control;

import org.jspecify.annotations.NullMarked;
