/** PostgreSQL: the data source, the schema, and how its types and refusals look from Java. */
@NullMarked
package health.miadi.shared.persistence;

import org.jspecify.annotations.NullMarked;
