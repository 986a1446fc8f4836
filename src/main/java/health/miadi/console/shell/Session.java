package health.miadi.console.shell;

import health.miadi.console.storage.Fault;
import health.miadi.console.storage.Storage;
import health.miadi.console.storage.StoredObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What commands work with while a console runs. */
final class Session {
    private static final int MOST_TOLD = 20;

    private final Supplier<Storage> storage;
    private final Screen screen;
    private OutputFormat format;
    private boolean over;
    private boolean told;

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
        Storage open = storage.get();
        if (!told) {
            told = true;
            tellFaults();
        }
        return open;
    }

    /** Names the objects that cannot be used. */
    void tellFaults() {
        List<Fault> faults = storage.get().faults();
        faults.stream().limit(MOST_TOLD).forEach(fault -> screen.error("** " + fault.line() + " **"));
        if (faults.size() > MOST_TOLD) {
            screen.error("** and " + (faults.size() - MOST_TOLD) + " more **");
        }
    }

    /** Why that object cannot be used; empty when it can. */
    Optional<Fault> fault(StoredObject object) {
        return storage().faults().stream()
                .filter(fault -> fault.type() == object.type() && fault.id().equals(object.id()))
                .findFirst();
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
