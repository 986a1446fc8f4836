/** Addresses and networks, read without asking any name server. */
@NullMarked
package health.miadi.shared.net;

import org.jspecify.annotations.NullMarked;
