package health.miadi.provider.entity;

import health.miadi.shared.persistence.VersionedEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** What people call what a provider does: who says "skin" finds those of dermatology (R-PERS-6). */
@Entity
@Table(name = "search_synonyms")
public class Synonym extends VersionedEntity {
    @Column(name = "said")
    private String said;

    @Column(name = "meant")
    private String meant;

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    protected Synonym() {}

    /** A new one. */
    public Synonym(String said, String meant, Instant now) {
        super(now);
        this.said = said;
        this.meant = meant;
    }

    /** Changes what is said, what is meant by it, or both. */
    public void reword(String newSaid, String newMeant, Instant now) {
        this.said = newSaid;
        this.meant = newMeant;
        touch(now);
    }

    /** One or more words, as people say them. */
    public String said() {
        return said;
    }

    /** A specialization or cadre, whatever its case and marks; nobody needs to have it. */
    public String meant() {
        return meant;
    }
}
