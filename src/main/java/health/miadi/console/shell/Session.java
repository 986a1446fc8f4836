package health.miadi.console.shell;

import health.miadi.console.storage.Storage;
import java.util.function.Supplier;

/** What commands work with while a console runs. */
final class Session {
    private final Supplier<Storage> storage;
    private final Screen screen;
    private OutputFormat format;
    private boolean over;

    Session(Supplier<Storage> storage, Screen screen, OutputFormat format) {
        this.storage = storage;
        this.screen = screen;
        this.format = format;
    }

    /**
     * The storage, opened when it is first asked for.
     *
     * @throws health.miadi.console.storage.StorageUnavailableException when it cannot be opened
     */
    Storage storage() {
        return storage.get();
    }

    Screen screen() {
        return screen;
    }

    OutputFormat format() {
        return format;
    }

    /** Shows outcomes in another form from now on. */
    void showAs(OutputFormat another) {
        this.format = another;
    }

    Display display() {
        return format.display(screen);
    }

    /** Ends it after this line. */
    void end() {
        over = true;
    }

    boolean isOver() {
        return over;
    }
}
