package health.miadi.record.entity;

import health.miadi.shared.persistence.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a record said from one amendment to the next, sealed (R-REC-3, R-REC-4). Only the key that seals it ever changes. */
@Entity
@Table(name = "medical_record_versions")
public class RecordVersion {
    @Id
    private UUID id;

    @Column(name = "record_id", updatable = false)
    private UUID recordId;

    @Column(name = "number", updatable = false)
    private int number;

    @Column(name = "written_at", updatable = false)
    private Instant writtenAt;

    @Column(name = "diagnosis")
    private byte[] diagnosis;

    @Column(name = "treatment")
    private byte @Nullable [] treatment;

    @Column(name = "prescriptions")
    private byte @Nullable [] prescriptions;

    @Column(name = "notes")
    private byte @Nullable [] notes;

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    protected RecordVersion() {}

    /** The version of a record that stands from now on. */
    @SuppressWarnings("NullAway.Init") // reseal sets the rest
    public RecordVersion(MedicalRecord of, SealedText text, Instant now) {
        this.id = Ids.next();
        this.recordId = of.id();
        this.number = of.newestVersion();
        this.writtenAt = now;
        reseal(text);
    }

    /** Puts the same text under another key. */
    public final void reseal(SealedText text) {
        this.diagnosis = text.diagnosis();
        this.treatment = text.treatment();
        this.prescriptions = text.prescriptions();
        this.notes = text.notes();
    }

    public UUID id() {
        return id;
    }

    public UUID recordId() {
        return recordId;
    }

    /** Counts the versions of a record, from 1 on. */
    public int number() {
        return number;
    }

    public Instant writtenAt() {
        return writtenAt;
    }

    public SealedText text() {
        return new SealedText(diagnosis, treatment, prescriptions, notes);
    }

    @Override
    public final String toString() {
        return "RecordVersion " + id;
    }
}
