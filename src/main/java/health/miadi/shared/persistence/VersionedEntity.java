package health.miadi.shared.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** Something with an identity, a version that every change increments, and the instants of its first and last change. */
@MappedSuperclass
public abstract class VersionedEntity {
    @Id
    private UUID id;

    @Version
    private int version;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    protected VersionedEntity() {}

    /** A new thing, as of now. */
    protected VersionedEntity(Instant now) {
        this.id = Ids.next();
        this.version = 0;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** Its UUID, version 7: ordered by the time of creation. */
    public UUID id() {
        return id;
    }

    public int version() {
        return version;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    /** Notes the instant of a change; every verb of an entity ends with it. */
    protected void touch(Instant now) {
        this.updatedAt = now;
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof VersionedEntity entity && entity.id.equals(id);
    }

    @Override
    public final int hashCode() {
        return id.hashCode();
    }

    /** The type and the id, never a person. */
    @Override
    public final String toString() {
        return getClass().getSimpleName() + " " + id;
    }
}
