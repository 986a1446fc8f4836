package health.miadi.shared.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the source says of a record and its members, so that the document need not say it a second time.
 *
 * @param description the record's Javadoc up to its tags; null if it has none
 * @param members the {@code @param} of each member that has one
 */
record RecordJavadoc(@Nullable String description, Map<String, String> members) {

    private static final Pattern TAG = Pattern.compile("@(\\w+)\\s+(\\w+)\\s+([^@]*)");

    private static final RecordJavadoc NONE = new RecordJavadoc(null, Map.of());

    /** Reads the Javadoc of {@code record} in the source below {@code sources}; empty if there is no such source. */
    static RecordJavadoc of(Class<?> record, Path sources) {
        Class<?> outermost = record;
        while (outermost.getEnclosingClass() != null) {
            outermost = outermost.getEnclosingClass();
        }
        Path file = sources.resolve(outermost.getName().replace('.', '/') + ".java");
        try {
            return Files.exists(file) ? of(record.getSimpleName(), Files.readString(file)) : NONE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the Javadoc of the record with that name in a source. */
    static RecordJavadoc of(String name, String source) {
        Matcher comment = Pattern.compile(
                        "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@\\w+(?:\\([^)]*\\))?\\s*)*(?:public |private |static )*record "
                                + name + "\\b",
                        Pattern.DOTALL)
                .matcher(source);
        return comment.find() ? ofComment(comment.group(1)) : NONE;
    }

    private static RecordJavadoc ofComment(String comment) {
        String text = comment.replaceAll("(?m)^\\s*\\*+ ?", "").replaceAll("\\{@(?:code|link) ([^}]*)}", "`$1`");
        int firstTag = text.indexOf("\n@");
        Map<String, String> members = new LinkedHashMap<>();
        if (firstTag >= 0) {
            TAG.matcher(text.substring(firstTag))
                    .results()
                    .filter(tag -> tag.group(1).equals("param"))
                    .forEach((MatchResult tag) -> members.put(tag.group(2), sentence(tag.group(3))));
        }
        String description = sentence(firstTag < 0 ? text : text.substring(0, firstTag));
        return new RecordJavadoc(description.isEmpty() ? null : description, members);
    }

    private static String sentence(String text) {
        return text.replaceAll("</?p>", "").replaceAll("\\s+", " ").strip();
    }
}
