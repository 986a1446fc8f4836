/** Pages of lists that are too long for one answer, as use cases and repositories know them; how a cursor is written is the door's. */
@NullMarked
package health.miadi.shared.paging;

import org.jspecify.annotations.NullMarked;
