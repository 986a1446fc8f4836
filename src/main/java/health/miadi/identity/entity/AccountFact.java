package health.miadi.identity.entity;

import health.miadi.shared.refusal.Fact;

/** Why somebody is not let in, or does not get an account the way they ask for it. */
public enum AccountFact implements Fact {
    /** The provider did not vouch for them (R-AUTH-4). */
    SIGN_IN_FAILED,
    /** The second factor is to be shown as well (R-AUTH-10). */
    SECOND_FACTOR_REQUIRED,
    /** The role has to have a second factor, and the account has none (R-AUTH-10). */
    SECOND_FACTOR_MISSING,
    /** They signed in too long ago for what they ask. */
    SIGN_IN_AGAIN,
    /** The provider has not verified the address (R-AUTH-4). */
    EMAIL_NOT_VERIFIED,
    /** An administrator closed the account. */
    ACCOUNT_CLOSED,
    /** What the account has, or another one has, is in the way. */
    ACCOUNT_CONFLICT,
    /** Nobody could sign in to the account any more. */
    ONLY_SIGN_IN
}
