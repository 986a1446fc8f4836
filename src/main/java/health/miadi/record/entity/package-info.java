/** Medical records and their versions, as sealed bytes (R-REC-3, R-REC-4). */
@NullMarked
package health.miadi.record.entity;

import org.jspecify.annotations.NullMarked;
