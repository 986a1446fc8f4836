package health.miadi.console.database;

import health.miadi.audit.control.AuditTrail;
import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.console.runtime.ApplicationRuntime;
import health.miadi.console.storage.Attribute;
import health.miadi.console.storage.AttributeKind;
import health.miadi.console.storage.ConflictException;
import health.miadi.console.storage.InvalidAttributeException;
import health.miadi.console.storage.NoInstanceException;
import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.Storage;
import health.miadi.console.storage.StorageException;
import health.miadi.console.storage.StoredObject;
import health.miadi.console.storage.Taking;
import health.miadi.identity.control.UserRepository;
import health.miadi.identity.entity.User;
import health.miadi.shared.refusal.Causes;
import health.miadi.shared.refusal.Refusal;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Objects in the clinic's PostgreSQL, by the application's own use cases. */
public final class DatabaseStorage implements Storage {
    /** What is not for everybody to see who is signed in: providers are, and the hours at which they work. */
    private static final Set<ObjectClass> OF_PEOPLE = EnumSet.of(
            ObjectClass.PATIENT,
            ObjectClass.USER,
            ObjectClass.EXCEPTION,
            ObjectClass.APPOINTMENT,
            ObjectClass.INSURANCE,
            ObjectClass.MEDICAL_RECORD);

    private final ApplicationRuntime runtime;
    private final AutoCloseable database;
    private final ObjectRepository objects;
    private final Uses uses;
    private boolean closed;
    private boolean rehearsal;

    /**
     * @param runtime on a database whose schema is up to date
     * @param database what has to be let go of after the runtime
     */
    public DatabaseStorage(ApplicationRuntime runtime, AutoCloseable database) {
        this.runtime = runtime;
        this.database = database;
        this.objects = new ObjectRepository(runtime);
        this.uses = new Uses(runtime);
    }

    @Override
    public Stream<StoredObject> all(ObjectClass type) {
        return find(type, Map.of());
    }

    @Override
    public Optional<StoredObject> get(ObjectClass type, UUID id) {
        return work(type, () -> objects.byId(type, id));
    }

    @Override
    public StoredObject create(ObjectClass type, Map<String, Object> attributes) {
        notes().forget();
        Values values = new Values(uses.withHashedPassword(type, attributes, attributes));
        return work(type, () -> {
            requireReferences(type, attributes);
            UUID id = uses.of(type).create(values);
            return objects.byId(type, id).orElseThrow(NoInstanceException::new);
        });
    }

    @Override
    public StoredObject save(StoredObject changed) {
        notes().forget();
        ObjectClass type = changed.type();
        if (changed.changes().isEmpty()) {
            return changed;
        }
        Map<String, Object> given = new HashMap<>();
        changed.changes().forEach((name, value) -> value.ifPresent(present -> given.put(name, present)));
        StoredObject prepared = uses.withHashedPassword(changed, given);
        return work(type, () -> {
            StoredObject stored = objects.byId(type, changed.id()).orElseThrow(NoInstanceException::new);
            if (stored.version() != changed.version()) {
                throw new ConflictException("It was changed since it was read.");
            }
            requireReferences(type, given);
            uses.of(type).change(prepared);
            return objects.byId(type, changed.id()).orElseThrow(NoInstanceException::new);
        });
    }

    @Override
    public void delete(ObjectClass type, UUID id) {
        notes().forget();
        work(type, () -> {
            StoredObject object = objects.byId(type, id).orElseThrow(NoInstanceException::new);
            uses.of(type).remove(object);
            return id;
        });
    }

    @Override
    public List<StoredObject> stranded() {
        List<UUID> ids = notes().noted();
        Map<UUID, StoredObject> visits = byIds(ObjectClass.APPOINTMENT, ids);
        return ids.stream().map(visits::get).filter(Objects::nonNull).toList();
    }

    private StrandedNotes notes() {
        return runtime.get(StrandedNotes.class);
    }

    @Override
    public long count(ObjectClass type) {
        return work(type, () -> objects.count(type));
    }

    @Override
    public Stream<StoredObject> find(ObjectClass type, Map<String, Object> values) {
        return Pages.of((after, limit) -> work(type, () -> objects.next(type, after, values, limit, false)));
    }

    @Override
    public Optional<StoredObject> userByEmail(String email) {
        return work(ObjectClass.USER, () -> {
            Optional<User> user = runtime.get(UserRepository.class).byLogin(email);
            return user.isEmpty()
                    ? Optional.empty()
                    : objects.byId(ObjectClass.USER, user.get().id());
        });
    }

    /** Every read asks the database: there is nothing to look at anew. */
    @Override
    public void reload() {}

    @Override
    public Stream<StoredObject> stored(ObjectClass type) {
        return Pages.of((after, limit) -> work(type, () -> objects.next(type, after, Map.of(), limit, true)));
    }

    @Override
    public List<Taking> take(ObjectClass type, List<StoredObject> batch) {
        return work(type, () -> new BatchRepository(runtime, rehearsal).take(type, batch));
    }

    @Override
    public Map<UUID, StoredObject> byIds(ObjectClass type, List<UUID> ids) {
        return work(type, () -> objects.byIds(type, ids)).stream()
                .collect(Collectors.toMap(StoredObject::id, Function.identity()));
    }

    /** Each by its use case, in a transaction of its own. */
    @Override
    public List<Taking> saveAll(List<StoredObject> changed) {
        return changed.stream().map(this::attempted).toList();
    }

    private Taking attempted(StoredObject changed) {
        try {
            if (rehearsal) {
                translated(changed.type(), () -> runtime.attempt(() -> save(changed)));
            } else {
                save(changed);
            }
            return Taking.CHANGED;
        } catch (ConflictException | InvalidAttributeException | NoInstanceException refused) {
            return Taking.refused(refused);
        }
    }

    @Override
    public <T> T rehearsing(Supplier<T> work) {
        rehearsal = true;
        try {
            return translated(ObjectClass.PATIENT, () -> runtime.rehearse(work::get));
        } finally {
            rehearsal = false;
        }
    }

    @Override
    public <T> T exporting(Supplier<T> reading) {
        return work(ObjectClass.APPOINTMENT, () -> {
            objects.standStill();
            runtime.get(AuditTrail.class).record(AuditAction.EXPORTED, AuditedEntity.OTHER, (UUID) null);
            return reading.get();
        });
    }

    @Override
    public void noteShown(ObjectClass type, @Nullable UUID id) {
        if (OF_PEOPLE.contains(type)) {
            work(type, () -> {
                runtime.get(AuditTrail.class).record(AuditAction.READ, BatchRepository.entity(type), id);
                return type;
            });
        }
    }

    private void requireReferences(ObjectClass type, Map<String, Object> given) throws SQLException {
        for (Attribute attribute : type.attributes()) {
            if (attribute.kind() == AttributeKind.REFERENCE
                    && given.get(attribute.name()) instanceof UUID id
                    && !refersToOne(attribute, id)) {
                throw new InvalidAttributeException(
                        attribute.name(), "must be the id of one: " + String.join(", ", attribute.references()));
            }
        }
    }

    private boolean refersToOne(Attribute attribute, UUID id) throws SQLException {
        for (String title : attribute.references()) {
            if (objects.byId(ObjectClass.named(title).orElseThrow(), id).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private <T> T work(ObjectClass type, Callable<T> work) {
        return translated(type, () -> runtime.inTransaction(work));
    }

    private static <T> T translated(ObjectClass type, Supplier<T> work) {
        try {
            return work.get();
        } catch (Refusal refusal) {
            throw RefusalLines.of(type, refusal);
        } catch (StorageException told) {
            throw told;
        } catch (RuntimeException failed) {
            throw Causes.of(failed)
                    .filter(SQLException.class::isInstance)
                    .map(SQLException.class::cast)
                    .findFirst()
                    .<RuntimeException>map(RefusalLines::of)
                    .orElse(failed);
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        runtime.close();
        try {
            database.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
