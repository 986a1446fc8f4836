package health.miadi.identity.control;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
        /** No two admins of whom neither could have made or taken over the other: it takes time, in which the owner can refuse. */
        LATER,
        /** The owner could not refuse: the account is closed. */
        CLOSED
    }

    /**
     * What is known of the accounts when it is to be carried out.
     *
     * @param settled admins whose account is older than the time to wait, and to whom nobody else did anything in it: otherwise one admin makes, or takes over, another
     * @param eldest admins whose account is older than that, whatever was done to them: while there is another one, nobody does it alone
     * @param isOpen whether the owner can sign in
     * @param touchedAt when somebody else last did something to the owner's account, by which they may not have heard of it; null if never
     */
    record Standing(
            Set<UUID> settled,
            Set<UUID> eldest,
            boolean isOpen,
            @Nullable Instant touchedAt) {}

    /**
     * Whether that admin may carry it out.
     *
     * @param wait how long it takes where there are no two
     */
    Verdict judge(UUID admin, Standing standing, Instant now, Duration wait) {
        if (admin.equals(user)) {
            return Verdict.NEVER_ONES_OWN;
        }
        boolean isAnother = !admin.equals(askedBy);
        if (isAnother
                && standing.settled().contains(admin)
                && standing.settled().contains(askedBy)) {
            return Verdict.YES;
        }
        boolean anotherCould = standing.eldest().stream().anyMatch(each -> !each.equals(askedBy) && !each.equals(user));
        if (anotherCould && !isAnother) {
            return Verdict.ANOTHER_ADMIN;
        }
        if (anotherCould && !standing.settled().contains(admin)) {
            return Verdict.OWN_ACCOUNT_IS_FRESH;
        }
        if (!standing.isOpen()) {
            return Verdict.CLOSED;
        }
        Instant touched = standing.touchedAt();
        boolean isQuiet = touched == null || !now.isBefore(touched.plus(wait));
        return now.isBefore(aloneFrom(wait)) || !isQuiet ? Verdict.LATER : Verdict.YES;
    }

    /** From when on it can be carried out where no other admin could confirm it, if nobody else does anything to the account meanwhile. */
    public Instant aloneFrom(Duration wait) {
        return askedAt.plus(wait);
    }

    /** The account, and nothing of the reason. */
    @Override
    public String toString() {
        return "FactorRemoval " + user;
    }
}
