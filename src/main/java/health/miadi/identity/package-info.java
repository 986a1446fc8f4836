/**
 * Who somebody is and what they may do: persons, accounts, passwords, access tokens, roles.
 *
 * <p>Owns R-AUTH-1 (passwords), R-AUTH-2 (access tokens), R-AUTH-4 (OpenID providers), R-AUTH-5 (who
 * makes accounts), R-AUTH-6 (throttling), R-AUTH-9 (the first admin), R-AUTH-8 (what the unseen
 * answers) and R-PERS-5 (one address). Uses {@code audit} and {@code shared}, and tells
 * the trail who acts (R-REC-5). A {@link health.miadi.identity.entity.Person} is the root of patients and
 * providers, which live in features of their own.
 */
@NullMarked
package health.miadi.identity;

import org.jspecify.annotations.NullMarked;
