package health.miadi.audit.control;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.audit.entity.AuditAction;
import health.miadi.audit.entity.AuditedEntity;
import health.miadi.shared.persistence.MiadiDataSource;
import health.miadi.testing.arquillian.InContainer;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * R-REC-5: many write and several seal at once, and the chain holds every entry once. The timers of the suite's server and of
 * this deployment seal along with the two sealers of the test.
 */
@InContainer
class AuditSealingIT {
    private static final int WRITERS = 16;
    private static final int EACH = 40;

    @Inject
    AuditTrail trail;

    @EJB
    AuditSealing sealing;

    @EJB
    AuditVerification verification;

    @Inject
    ChainRepository chain;

    @Inject
    UserTransaction transaction;

    @Resource(lookup = MiadiDataSource.NAME)
    DataSource database;

    @Test
    void holdsEveryEntryOnceHoweverManyWriteAndSeal() throws Exception {
        UUID marker = UUID.randomUUID();
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 2);
        try {
            List<Future<?>> sealers = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                sealers.add(threads.submit(() -> {
                    while (!done.get()) {
                        sealing.seal();
                    }
                }));
            }
            List<Future<Integer>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                writers.add(threads.submit(() -> write(marker)));
            }
            int committed = 0;
            for (Future<Integer> writer : writers) {
                committed += writer.get();
            }
            done.set(true);
            for (Future<?> sealer : sealers) {
                sealer.get();
            }
            awaitSealed(marker, committed);
            assertThat(verification.verify(null).fault()).isNull();
            assertThat(countSealed(marker)).isEqualTo(committed);
        } finally {
            done.set(true);
            threads.shutdownNow();
        }
    }

    /** Some of it in short transactions and some in longer ones, of which each third is rolled back. */
    private int write(UUID marker) throws Exception {
        int committed = 0;
        for (int i = 0; i < EACH; i++) {
            transaction.begin();
            for (int entry = 0; entry <= i % 4; entry++) {
                trail.record(AuditAction.READ, AuditedEntity.OTHER, marker);
            }
            if (i % 3 == 2) {
                transaction.rollback();
            } else {
                transaction.commit();
                committed += 1 + i % 4;
            }
        }
        return committed;
    }

    private void awaitSealed(UUID marker, int expected) throws Exception {
        for (int i = 0; i < 5_000 && countSealed(marker) < expected; i++) {
            sealing.seal();
        }
    }

    /** How many of the entries with this mark stand in the seals; each once, or this fails. */
    private int countSealed(UUID marker) throws Exception {
        Set<Long> marked = new HashSet<>();
        try (var connection = database.getConnection();
                var statement =
                        connection.prepareStatement("SELECT id FROM audit_entries WHERE entity_id = CAST(? AS uuid)")) {
            statement.setString(1, marker.toString());
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    marked.add(rows.getLong(1));
                }
            }
        }
        Set<Long> sealed = new HashSet<>();
        for (var seal = chain.sealAfter(0);
                seal.isPresent();
                seal = chain.sealAfter(seal.get().number())) {
            for (int i = 0; i < seal.get().entries(); i++) {
                assertThat(sealed.add(seal.get().id(i))).isTrue();
            }
        }
        sealed.retainAll(marked);
        return sealed.size();
    }
}
