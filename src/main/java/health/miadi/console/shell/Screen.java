package health.miadi.console.shell;

import java.util.Optional;

/** Where a command's outcome appears: a terminal with a person before it, or the two streams of a script. */
interface Screen {
    /** Adds a part of the outcome. */
    void print(CharSequence text);

    /** Adds a line of the outcome. */
    default void println(CharSequence text) {
        print(text);
        print("\n");
    }

    /** Says in one line what went wrong. */
    void error(String message);

    /** Says something to a person that is no outcome; scripts do not hear it. */
    void hint(String message);

    /** Shows what the command has printed. */
    void flush();

    /** Columns to fill; without a terminal there is no limit. */
    int width();

    Paint paint();

    /** The person who can be asked; nobody where a script types. */
    Optional<Questions> person();
}
