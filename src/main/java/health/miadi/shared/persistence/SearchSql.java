package health.miadi.shared.persistence;

/** How a query asks for what people say (R-PERS-3). The form itself is the database's alone: its functions {@code search_…}. */
public final class SearchSql {
    /** That the text of a row, its {@code search_text}, matches what the parameter {@code search} says. */
    public static final String MATCHES =
            "SQL('EXISTS (SELECT 1 FROM search_alternatives(?) a WHERE search_text ~ ALL (a))', :search)";

    private SearchSql() {}
}
