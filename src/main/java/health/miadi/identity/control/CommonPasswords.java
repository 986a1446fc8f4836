package health.miadi.identity.control;

import health.miadi.shared.hash.Sha256;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * The passwords that attackers try first (R-AUTH-1): the hundred thousand that breaches had most often, the clinic's own
 * words, and either with a year, digits and signs around it; and sentences that everybody knows.
 */
final class CommonPasswords {
    /** With more than so many digits and signs a common word is not what matters of a password. */
    private static final int MOST_AROUND = 8;

    /** Where a password has its words apart: at signs that stand for no letter and before a capital; and then at numbers as well. */
    private static final List<Pattern> APART = Stream.of("", "|\\p{N}{2,}+")
            .map(numbers -> Pattern.compile("[^\\p{L}\\p{N}@!|$+]++|(?<=\\p{Ll})(?=\\p{Lu})" + numbers))
            .toList();

    private static final Pattern NO_LETTERS_AROUND = Pattern.compile("^[^\\p{L}]++|(?<=\\p{L})[^\\p{L}]++$");

    private static final String SIGNS = "01!|3457@$+";
    private static final String LETTERS = "ollleastast";

    private final Set<String> ownWords;
    private final Set<String> phrases;

    /**
     * @param ownWords what people of this clinic think of first, beside the words of its field
     */
    CommonPasswords(Collection<String> ownWords) {
        this.phrases = lines("phrases.txt", Function.identity())
                .filter(line -> !line.startsWith("#"))
                .map(CommonPasswords::together)
                .collect(Collectors.toUnmodifiableSet());
        this.ownWords = Stream.concat(lines("clinic-words.txt", Function.identity()), ownWords.stream())
                .filter(words -> !words.startsWith("#"))
                .flatMap(words -> words(APART.get(0), words).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a password is on the list, in any case or with signs for letters, or is little more than one word of it. */
    boolean has(String password) {
        return Listed.has(folded(password)) || isLittleMore(password) || isPhrase(password);
    }

    /** Whether everybody knows it as a sentence, however its words are kept apart, with few digits and signs around it, once or over and over. */
    private boolean isPhrase(String password) {
        String letters = together(NO_LETTERS_AROUND.matcher(password).replaceAll(""));
        return around(password) - spaces(password) <= MOST_AROUND
                && phrases.stream()
                        .anyMatch(phrase -> letters.startsWith(phrase)
                                && letters.replace(phrase, "").isEmpty());
    }

    /** Its letters alone, signs that stand for one among them. */
    private static String together(String text) {
        return folded(text)
                .codePoints()
                .filter(Character::isLetter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static long spaces(String password) {
        return password.codePoints().filter(each -> " -_.,".indexOf(each) >= 0).count();
    }

    private static long around(String password) {
        return password.codePoints().filter(each -> !Character.isLetter(each)).count();
    }

    private boolean isLittleMore(String password) {
        return around(password) <= MOST_AROUND
                && APART.stream().anyMatch(apart -> isOneCommonWord(words(apart, password)));
    }

    /** Of its words one is on the list, or none, and the others are the clinic's. */
    private boolean isOneCommonWord(Set<String> words) {
        Set<String> others = new HashSet<>(words);
        others.removeAll(ownWords);
        return !words.isEmpty() && others.size() <= 1 && others.stream().allMatch(Listed::has);
    }

    private static Set<String> words(Pattern apart, String password) {
        return apart.splitAsStream(password)
                .map(word -> NO_LETTERS_AROUND.matcher(word).replaceAll(""))
                .map(CommonPasswords::folded)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    /** In small letters, with letters for the signs that stand for them. */
    private static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.toLowerCase(Locale.ROOT));
        for (int i = 0; i < folded.length(); i++) {
            int sign = SIGNS.indexOf(folded.charAt(i));
            if (sign >= 0) {
                folded.setCharAt(i, LETTERS.charAt(sign));
            }
        }
        return folded.toString().replace('i', 'l');
    }

    private static <T> Stream<T> lines(String resource, Function<String, T> each) {
        try (InputStream stored = CommonPasswords.class.getResourceAsStream(resource);
                InputStream text = resource.endsWith(".gz") ? new GZIPInputStream(stored) : stored;
                var reader = new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8))) {
            return reader.lines().map(each).toList().stream();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The list, read when the first password is judged: of each the first eight bytes of a hash, less than a megabyte. */
    private static final class Listed {
        private static final long[] HASHES = lines("common-passwords.txt.gz", line -> hash(folded(line)))
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();

        static boolean has(String folded) {
            return Arrays.binarySearch(HASHES, hash(folded)) >= 0;
        }

        private static long hash(String folded) {
            return ByteBuffer.wrap(Sha256.of(folded)).getLong();
        }
    }
}
