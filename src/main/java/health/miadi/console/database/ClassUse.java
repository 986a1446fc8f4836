package health.miadi.console.database;

import health.miadi.console.storage.StoredObject;
import health.miadi.identity.entity.Caller;
import health.miadi.identity.entity.Role;
import java.util.UUID;

/** How the objects of one class are made, changed and removed: by which use cases. Each call is within one transaction. */
interface ClassUse {
    /** As whom the console asks: an admin of the clinic, by no account. The audit trail has the person's name. */
    Caller CONSOLE = new Caller(new UUID(0, 0), "console", Role.ADMIN, null);

    /** Makes one and gives its id. */
    UUID create(Values values);

    /** Changes one to what it says. */
    void change(StoredObject changed);

    /** Removes one. */
    void remove(StoredObject object);
}
