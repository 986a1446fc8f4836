package health.miadi.shared.metrics;

import java.util.Locale;

/** A bound that protects this node or its accounts, and turns a request away when it is reached. */
public enum Limit {
    /** As many requests at once as this node works on. */
    ADMISSION,
    /** As many bodies as this node waits for at once (R-AUTH-12). */
    BODIES,
    /** As many passwords as may wait to be hashed (R-AUTH-1). */
    HASHING,
    /** Too many failed attempts to sign in, to redeem a code, or to find out what others have (R-AUTH-6). */
    ATTEMPTS,
    /** As many registrations as a place, or all of them together, may try in an hour (R-AUTH-12). */
    REGISTRATION,
    /** As many new passwords as may be tried for an account in an hour (R-AUTH-12). */
    PASSWORD_CHOICE,
    /** As many challenges for passkeys as a place may be given in an hour (R-AUTH-12, R-AUTH-18). */
    PASSKEY_CHALLENGES,
    /** As many visits as a patient may have ahead, of those that they book themselves (R-BOOK-13). */
    OPEN_VISITS,
    /** As many times as a patient may hold in an hour, released or not (R-BOOK-10). */
    HOLDS,
    /** As many exports as an account may make in an hour (R-AUTH-12). */
    EXPORTS,
    /** As many searches of the free times of many providers as an account may make in a minute (R-AUTH-12). */
    SLOTS,
    /** As many searches through what is sealed as an account may make in a minute (R-AUTH-12). */
    DIAGNOSES,
    /** As many walks through the whole audit trail as all may ask for in an hour (R-AUTH-12). */
    VERIFICATIONS,
    /** As many files as an account may try to open in an emergency in an hour (R-AUTH-12, R-AUTH-13). */
    EMERGENCIES,
    /** As many times as a session may be renewed in an hour (R-AUTH-12). */
    RENEWALS,
    /** As many streams of events as this node serves. */
    STREAMS,
    /** As many streams of events as an account has at a time: the next one ends the oldest (R-AUTH-12). */
    ACCOUNT_STREAMS,
    /** As many refusals as have an audit entry of their own in a minute; this one was counted (R-AUTH-12). */
    REFUSAL_ENTRIES;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
