package health.miadi.shared.persistence;

/** How a query asks for what people say (R-PERS-6). The form itself is the database's alone: its functions {@code search_…}. */
public final class SearchSql {
    /**
     * That a person's row matches what the parameter {@code search} says: every word of an alternative is in its {@code search_text},
     * or within its names.
     */
    public static final String MATCHES = "SQL('EXISTS (SELECT 1 FROM search_alternatives(?) a WHERE (SELECT bool_and("
            + "(search_text ~ term OR name_within LIKE search_within(term)) IS TRUE) FROM unnest(a) term))', :search)";

    private SearchSql() {}
}
