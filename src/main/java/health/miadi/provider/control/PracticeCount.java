package health.miadi.provider.control;

/**
 * What some of the active providers have in common.
 *
 * @param kind what it is
 * @param name as most of them write it
 * @param providers how many they are
 */
public record PracticeCount(Kind kind, String name, int providers) {
    /** What providers can have in common. */
    public enum Kind {
        SPECIALIZATION,
        CADRE
    }
}
