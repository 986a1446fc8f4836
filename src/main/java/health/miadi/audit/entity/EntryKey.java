package health.miadi.audit.entity;

/**
 * Where an entry stands in the order of the chain.
 *
 * @param era counts the PostgreSQLs that numbered the transactions
 * @param xid number of the transaction that wrote it
 * @param id its own number
 */
public record EntryKey(int era, long xid, long id) {
    /** Before every entry. */
    public static final EntryKey BEGINNING = new EntryKey(0, 0, 0);
}
