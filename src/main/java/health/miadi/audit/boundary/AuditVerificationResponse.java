package health.miadi.audit.boundary;

import health.miadi.audit.entity.ChainFault;
import health.miadi.audit.entity.ChainFaultKind;
import health.miadi.audit.entity.ChainHead;
import health.miadi.audit.entity.ChainReport;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whether the audit trail is as it was written.
 *
 * @param holds whether nothing that was sealed was changed, removed or inserted
 * @param sealed how many entries the chain holds
 * @param waiting how many are not in the chain yet, normally those of the last second or two
 * @param head where the chain ends; note it elsewhere, and ask for it later
 * @param fault the first one
 */
public record AuditVerificationResponse(
        Boolean holds,
        Long sealed,
        Long waiting,
        Head head,
        @Nullable Fault fault) {
    /**
     * A place in the chain.
     *
     * @param position of an entry, from 1; 0 where there is none yet
     * @param hash of it, in hexadecimal
     */
    @Schema(name = "ChainHead")
    public record Head(Long position, String hash) {
        static Head from(ChainHead head) {
            return new Head(head.position(), head.hash());
        }
    }

    /**
     * What is wrong.
     *
     * @param kind an entry was changed, removed or inserted; a seal is broken; the chain was cut off before the head that you
     *     noted, or rewritten
     * @param position the place in the chain
     * @param entryId the entry; null where none is named
     */
    @Schema(name = "ChainFault")
    public record Fault(
            ChainFaultKind kind, Long position, @Nullable Long entryId) {
        static @Nullable Fault from(@Nullable ChainFault fault) {
            return fault == null ? null : new Fault(fault.kind(), fault.position(), fault.entryId());
        }
    }

    static AuditVerificationResponse from(ChainReport report) {
        return new AuditVerificationResponse(
                report.holds(),
                report.sealed(),
                report.waiting(),
                Head.from(report.head()),
                Fault.from(report.fault()));
    }
}
