package health.miadi.shared.validation;

/**
 * Shapes of common values, as regular expressions that also stand in the OpenAPI document. Whatever repeats a group without a bound measures
 * the text first: Java tries such a group by recursion, as deep as the text is long.
 */
public final class Patterns {
    /** What an e-mail address is at most: whatever is longer is no match before any of its labels is looked at. */
    private static final String MEASURED = "(?=.{1,254}$)";

    /** Bytes as unpadded base64url (RFC 4648, section 5). */
    public static final String BASE64URL = "[A-Za-z0-9_-]+";

    /** An e-mail address as mail servers take it in practice: one {@code @}, a domain with a dot, no spaces. */
    public static final String EMAIL = MEASURED
            + "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+";

    public static final String EMAIL_MESSAGE = "must be an e-mail address";

    /** A phone number: 7 to 15 digits (ITU-T E.164), perhaps a plus sign first, separators between them. */
    public static final String PHONE = "\\+?[(]?[0-9](?:[ ()./-]{0,2}[0-9]){6,14}";

    public static final String PHONE_MESSAGE = "must be a phone number of 7 to 15 digits";

    private Patterns() {}
}
