/** What a course leaves behind, in SQLite or PostgreSQL by the same SQL. Sees core's domain; nobody else writes SQL, but lti and webhook for tables of their own. */
@NullMarked
package assay.server.store;

import org.jspecify.annotations.NullMarked;
