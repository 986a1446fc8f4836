/** What somebody who helps from afar is sent of a clinic that has a problem: nothing of its patients, and no secret. */
@NullMarked
package health.miadi.console.support;

import org.jspecify.annotations.NullMarked;
