package health.miadi.console.shell;

import java.util.List;

/** What a line can ask for. */
interface Command {
    /** The verb, in lower case. */
    String name();

    /** What it does, in a few words. */
    String summary();

    /** How it is written, in both grammars where there are two. */
    List<String> forms();

    /** Lines that work, or would with an id of one's own. */
    List<String> examples();

    /** Whether it is about a class, and so can be written {@code Class.verb(…)}. */
    default boolean isOfClass() {
        return false;
    }

    /**
     * Does it.
     *
     * @throws CommandException when the line lacks something, or there is nothing to do it to
     * @throws health.miadi.console.storage.StorageException when the storage refuses
     */
    void run(Line line, Session session);
}
