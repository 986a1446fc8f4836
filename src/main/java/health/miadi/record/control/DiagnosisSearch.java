package health.miadi.record.control;

import health.miadi.shared.paging.Cursor;
import health.miadi.shared.paging.PageQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds records by their diagnosis although that is sealed: it opens those of the caller one after the other, until the page is
 * full. The database has no index to give away (ADR 0023).
 *
 * <p>One that cannot be opened is found by every search: nobody can say that it is not the one.
 */
@ApplicationScoped
public class DiagnosisSearch {
    /** How many are fetched at a time. */
    private static final int STEP = 1_000;

    @Inject
    MedicalRecordRepository records;

    @Inject
    RecordTexts texts;

    List<StoredRecord> find(RecordScope scope, String sought, PageQuery page) {
        DiagnosisMatch match = new DiagnosisMatch(sought);
        List<UUID> found = new ArrayList<>();
        Cursor cursor = page.cursor();
        @Nullable Instant visitAt = cursor == null ? null : cursor.instant(0);
        @Nullable UUID id = cursor == null ? null : cursor.uuid(1);
        boolean more = true;
        while (more && found.size() <= page.limit()) {
            List<SoughtDiagnosis> step = records.diagnoses(scope, visitAt, id, STEP);
            for (SoughtDiagnosis each : step) {
                if (found.size() <= page.limit() && isFound(each, match)) {
                    found.add(each.id());
                }
                visitAt = each.visitAt();
                id = each.id();
            }
            more = step.size() == STEP;
        }
        return records.all(scope, found);
    }

    private boolean isFound(SoughtDiagnosis each, DiagnosisMatch match) {
        return texts.diagnosis(each.diagnosis(), each.seal()).map(match::test).orElse(true);
    }
}
