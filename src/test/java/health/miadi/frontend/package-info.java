/** The front end as browsers get it, and what its files must be like: whole in both languages, without what a page may not do. */
@NullMarked
package health.miadi.frontend;

import org.jspecify.annotations.NullMarked;
