package health.miadi.identity.control;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * What an admin has asked for: that somebody who lost it is rid of their second factor (R-AUTH-19).
 *
 * @param user whose it is
 * @param askedBy the admin
 * @param reason how the admin found out who asks
 * @param expiresAt from when on it is forgotten
 */
public record FactorRemoval(UUID user, UUID askedBy, String reason, Instant askedAt, Instant expiresAt) {
    /** Whether somebody may carry it out. */
    enum Verdict {
        YES,
        /** The owner of the account never does so by this way. */
        NEVER_ONES_OWN,
        /** Another admin has to, of those who are old enough and whom nobody has touched. */
        ANOTHER_ADMIN,
        /** The admin's own account is too new, or another admin did something to it lately. */
        OWN_ACCOUNT_IS_FRESH,
        /** Nobody else can: it takes time, in which the owner can refuse. */
        LATER
    }

    /**
     * Whether that admin may carry it out.
     *
     * @param isSettled whether the admin's account is older than the time to wait, and nobody else did anything in it to it: otherwise one admin makes, or takes over, another
     * @param anotherCould whether there is such an account of another admin than the one who asked and the owner
     * @param wait how long it takes where there is none
     */
    Verdict judge(UUID admin, boolean isSettled, boolean anotherCould, Instant now, Duration wait) {
        if (admin.equals(user)) {
            return Verdict.NEVER_ONES_OWN;
        }
        if (!admin.equals(askedBy) && isSettled) {
            return Verdict.YES;
        }
        if (anotherCould) {
            return admin.equals(askedBy) ? Verdict.ANOTHER_ADMIN : Verdict.OWN_ACCOUNT_IS_FRESH;
        }
        return now.isBefore(aloneFrom(wait)) ? Verdict.LATER : Verdict.YES;
    }

    /** From when on it can be carried out where no other admin could confirm it. */
    public Instant aloneFrom(Duration wait) {
        return askedAt.plus(wait);
    }

    /** The account, and nothing of the reason. */
    @Override
    public String toString() {
        return "FactorRemoval " + user;
    }
}
