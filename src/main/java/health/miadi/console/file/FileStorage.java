package health.miadi.console.file;

import health.miadi.console.storage.ConflictException;
import health.miadi.console.storage.Fault;
import health.miadi.console.storage.InvalidAttributeException;
import health.miadi.console.storage.NoInstanceException;
import health.miadi.console.storage.ObjectClass;
import health.miadi.console.storage.Storage;
import health.miadi.console.storage.StorageUnavailableException;
import health.miadi.console.storage.StoredObject;
import health.miadi.console.storage.Taking;
import health.miadi.shared.persistence.Ids;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A clinic in a file. A change is decided in memory, then the file is replaced; if that fails, the change is taken back. */
public final class FileStorage implements Storage {
    private final ClinicFile file;
    private final FileSettings settings;
    private final RecordSealer sealer;
    private final Clock clock;
    private Contents contents;
    private FileRules rules;
    private ObjectMaking making;
    private FileAddresses addresses;
    private FileStranding stranding;
    private @Nullable Deque<Changes> rehearsal;

    private FileStorage(ClinicFile file, FileSettings settings, RecordSealer sealer, Clock clock) {
        this.file = file;
        this.settings = settings;
        this.sealer = sealer;
        this.clock = clock;
        this.contents = read(file, settings);
        this.rules = new FileRules(contents, clock);
        this.making = new ObjectMaking(contents, settings, sealer, clock);
        this.addresses = new FileAddresses(contents, clock);
        this.stranding = new FileStranding(contents, clock);
    }

    /**
     * Opens the clinic in a file; one that is not there is an empty clinic, and is made with the first change.
     *
     * @throws StorageUnavailableException when another console has the file, or it is none of a clinic
     */
    public static FileStorage open(Path path, FileSettings settings, RecordSealer sealer, Clock clock) {
        return open(path, settings, sealer, clock, Disk.REAL);
    }

    static FileStorage open(Path path, FileSettings settings, RecordSealer sealer, Clock clock, Disk disk) {
        ClinicFile file = ClinicFile.open(path, disk);
        try {
            return new FileStorage(file, settings, sealer, clock);
        } catch (StorageUnavailableException unreadable) {
            file.close();
            throw unreadable;
        }
    }

    private static Contents read(ClinicFile file, FileSettings settings) {
        Optional<byte[]> bytes = file.read();
        if (bytes.isEmpty()) {
            return new Contents(settings.phoneCountry());
        }
        try {
            return FileReading.of(bytes.get(), settings.phoneCountry());
        } catch (UnreadableFileException unreadable) {
            throw new StorageUnavailableException(
                    file.path() + " cannot be used, and stays as it is: " + unreadable.getMessage());
        }
    }

    @Override
    public Stream<StoredObject> all(ObjectClass type) {
        return List.copyOf(contents.all(type)).stream().map(StoredView::of);
    }

    @Override
    public Optional<StoredObject> get(ObjectClass type, UUID id) {
        return contents.get(type, id).map(StoredView::of).or(() -> contents.aside(type, id)
                .map(FileObject::view));
    }

    @Override
    public StoredObject create(ObjectClass type, Map<String, Object> attributes) {
        UUID id = Ids.next();
        rules.checkReferences(StoredObject.of(type, id, 1, attributes));
        StoredObject object = addresses.joined(null, making.created(type, id, attributes));
        rules.check(object, true);
        return stranding.planned(object, () -> put(object));
    }

    @Override
    public StoredObject save(StoredObject changed) {
        Optional<FileObject> unsound = contents.aside(changed.type(), changed.id());
        StoredObject before = unsound.map(FileObject::object)
                .or(() -> contents.get(changed.type(), changed.id()))
                .orElseThrow(NoInstanceException::new);
        if (before.version() != changed.version()) {
            throw new ConflictException("It was changed since it was read.");
        }
        if (unsound.isPresent()) {
            return repaired(unsound.get(), changed);
        }
        StoredObject after = after(before, changed);
        return stranding.planned(after, () -> put(after));
    }

    private StoredObject put(StoredObject object) {
        commit(new Changes().putTogether(object));
        return StoredView.of(object);
    }

    private StoredObject after(StoredObject before, StoredObject changed) {
        rules.checkReferences(changed);
        StoredObject after = addresses.joined(before, making.changed(before, changed.changes()));
        rules.check(after, false);
        rules.checkAdmins(before, Optional.of(after));
        return after;
    }

    @Override
    public List<Taking> saveAll(List<StoredObject> changed) {
        Changes changes = new Changes();
        List<Taking> takings = changes.each(changed, object -> {
            StoredObject before = contents.get(object.type(), object.id()).orElseThrow(NoInstanceException::new);
            changes.putTogether(after(before, object));
            return Taking.CHANGED;
        });
        commit(changes);
        return takings;
    }

    @Override
    public Map<UUID, StoredObject> byIds(ObjectClass type, List<UUID> ids) {
        return ids.stream()
                .flatMap(id -> contents.get(type, id).stream())
                .map(StoredView::of)
                .collect(Collectors.toMap(StoredObject::id, Function.identity(), (one, same) -> one));
    }

    @Override
    public <T> T rehearsing(Supplier<T> work) {
        Deque<Changes> made = new ArrayDeque<>();
        rehearsal = made;
        try {
            return work.get();
        } finally {
            rehearsal = null;
            made.forEach(Changes::takeBack);
        }
    }

    /** Every attribute that is wrong gets another value, or loses it; what else stands there is no attribute, and goes. */
    private StoredObject repaired(FileObject before, StoredObject changed) {
        before.faults().forEach((name, reason) -> {
            if (changed.type().attribute(name).isPresent() && !changed.changes().containsKey(name)) {
                throw new InvalidAttributeException(name, reason);
            }
        });
        StoredObject repaired = addresses.taken(making.repaired(before.object(), changed.changes()));
        return stranding.planned(repaired, () -> put(repaired));
    }

    @Override
    public void delete(ObjectClass type, UUID id) {
        Optional<FileObject> unsound = contents.aside(type, id);
        StoredObject object =
                unsound.map(FileObject::object).or(() -> contents.get(type, id)).orElseThrow(NoInstanceException::new);
        rules.checkRemoval(object);
        stranding.removed(
                object, () -> commit(unsound.map(new Changes()::remove).orElseGet(() -> new Changes().remove(object))));
    }

    @Override
    public List<StoredObject> stranded() {
        return stranding.last().stream().map(StoredView::of).toList();
    }

    @Override
    public List<Fault> faults() {
        return contents.faulty().map(FileObject::fault).toList();
    }

    @Override
    public long count(ObjectClass type) {
        return contents.count(type);
    }

    @Override
    public Stream<StoredObject> find(ObjectClass type, Map<String, Object> values) {
        return all(type).filter(object -> values.entrySet().stream().allMatch(wanted -> object.value(wanted.getKey())
                .filter(value -> isSame(value, wanted.getValue()))
                .isPresent()));
    }

    private static boolean isSame(Object value, Object wanted) {
        return value instanceof String text ? text.equalsIgnoreCase(wanted.toString()) : value.equals(wanted);
    }

    @Override
    public Optional<StoredObject> userByEmail(String email) {
        return all(ObjectClass.USER)
                .filter(user -> Stream.of("email", "username").anyMatch(name -> user.value(name)
                        .filter(value -> isSame(value, email))
                        .isPresent()))
                .findFirst();
    }

    @Override
    public void reload() {
        contents = read(file, settings);
        rules = new FileRules(contents, clock);
        making = new ObjectMaking(contents, settings, sealer, clock);
        addresses = new FileAddresses(contents, clock);
        stranding = new FileStranding(contents, clock);
    }

    @Override
    public Stream<StoredObject> stored(ObjectClass type) {
        return List.copyOf(contents.all(type)).stream();
    }

    @Override
    public List<Taking> take(ObjectClass type, List<StoredObject> batch) {
        Changes changes = new Changes();
        List<Taking> takings = changes.each(batch, object -> taken(type, object, changes));
        commit(changes);
        return takings;
    }

    private Taking taken(ObjectClass type, StoredObject object, Changes changes) {
        Optional<StoredObject> known = contents.get(object.id());
        if (known.isPresent()) {
            return known.get().type() == type ? Taking.KNOWN : Taking.refused("id", "another class has the same");
        }
        if (contents.isThere(object.id())) {
            return Taking.refused("id", "is there already, and cannot be used until it is repaired or destroyed");
        }
        changes.putTogether(addresses.taken(making.taken(object)));
        return Taking.TAKEN;
    }

    @Override
    public void close() {
        file.close();
    }

    private void commit(Changes changes) {
        if (rehearsal != null) {
            rehearsal.push(changes);
            return;
        }
        if (changes.isEmpty()) {
            return;
        }
        try {
            file.write(FileFormat.write(contents));
        } catch (RuntimeException refused) {
            changes.takeBack();
            throw refused;
        }
    }

    /** Changes of what is in memory, which can be taken back until they are in the file. */
    private final class Changes {
        private final Deque<Runnable> back = new ArrayDeque<>();

        /** Puts an object in and the one that shares its address, or neither (R-PERS-5). */
        Changes putTogether(StoredObject given) {
            put(given);
            try {
                addresses.following(given).ifPresent(this::put);
            } catch (ConflictException | InvalidAttributeException refused) {
                back.pop().run();
                throw refused;
            }
            return this;
        }

        /**
         * Puts an object in: the only way into the file. What goes in is what will be read of it.
         *
         * @throws InvalidAttributeException when the reader would not take it
         * @throws ConflictException when it would not stand beside the others
         */
        Changes put(StoredObject given) {
            FileObject written = FileObject.read(given.type(), FileFormat.json(given));
            written.faults().forEach((attribute, reason) -> {
                throw new InvalidAttributeException(attribute, reason);
            });
            StoredObject object = written.object();
            rules.checkStanding(object);
            Optional<FileObject> unsound = contents.aside(object.type(), object.id());
            Optional<StoredObject> before = contents.get(object.type(), object.id());
            long numbers = contents.patientNumbers();
            contents.put(object);
            contents.patientNumbers(Math.max(numbers, StoredView.patientNumber(object)));
            back.push(() -> {
                contents.patientNumbers(numbers);
                before.ifPresentOrElse(contents::put, () -> contents.remove(object));
                unsound.ifPresent(contents::setAside);
            });
            return this;
        }

        Changes remove(StoredObject object) {
            contents.remove(object);
            back.push(() -> contents.put(object));
            return this;
        }

        Changes remove(FileObject unsound) {
            contents.removeAside(unsound);
            back.push(() -> contents.setAside(unsound));
            return this;
        }

        /** Does something with each, and says of which it was refused; nothing is done when anything else goes wrong. */
        List<Taking> each(List<StoredObject> objects, Function<StoredObject, Taking> work) {
            List<Taking> takings = new ArrayList<>(objects.size());
            try {
                for (StoredObject object : objects) {
                    takings.add(attempted(object, work));
                }
            } catch (RuntimeException failed) {
                takeBack();
                throw failed;
            }
            return takings;
        }

        private static Taking attempted(StoredObject object, Function<StoredObject, Taking> work) {
            try {
                return work.apply(object);
            } catch (ConflictException | InvalidAttributeException | NoInstanceException refused) {
                return Taking.refused(refused);
            }
        }

        boolean isEmpty() {
            return back.isEmpty();
        }

        void takeBack() {
            back.forEach(Runnable::run);
        }
    }
}
