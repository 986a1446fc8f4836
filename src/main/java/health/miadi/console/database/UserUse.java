package health.miadi.console.database;

import health.miadi.console.runtime.ApplicationRuntime;
import health.miadi.console.storage.StoredObject;
import health.miadi.identity.control.UserAdministration;
import health.miadi.identity.entity.AccountTerms;
import health.miadi.identity.entity.Role;
import health.miadi.shared.version.ExpectedVersion;
import java.util.UUID;

/** Accounts. Their passwords arrive hashed, as {@code passwordHash}: no transaction waits for the hashing (R-AUTH-1). */
record UserUse(ApplicationRuntime runtime) implements ClassUse {
    static final String HASH = "passwordHash";

    @Override
    public UUID create(Values values) {
        return administration().open(terms(values), values.textOrNull(HASH)).id();
    }

    @Override
    public void change(StoredObject changed) {
        Values values = new Values(changed.attributes());
        administration().change(changed.id(), ExpectedVersion.any(), before -> terms(values), values.textOrNull(HASH));
    }

    @Override
    public void remove(StoredObject object) {
        administration().remove(object.id(), ExpectedVersion.any());
    }

    private UserAdministration administration() {
        return runtime.get(UserAdministration.class);
    }

    private static AccountTerms terms(Values values) {
        return new AccountTerms(
                values.text("username"),
                values.textOrNull("email"),
                Role.ofWord(values.text("role")),
                values.idOrNull("personId"),
                values.isTrue("enabled"));
    }
}
