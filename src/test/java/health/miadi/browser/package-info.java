/**
 * What people do in the front end, in a real browser from the first page to the last, and the pictures of it that the documentation
 * shows.
 */
@NullMarked
package health.miadi.browser;

import org.jspecify.annotations.NullMarked;
