package health.miadi.frontend;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The style sheets of the page, sent as one: a browser fetches few files at a time, and draws nothing before it has all of these.
 */
final class StyleSheets {
    /** The path of the one, below {@code /assets/}. */
    static final String JOINED = "style/all.css";

    private static final Pattern LINK =
            Pattern.compile("[ \\t]*<link rel=\"stylesheet\" href=\"" + Shell.ASSETS + "([^\"]+)\">\\R");
    /** An address within a sheet would lead elsewhere from another place; what carries its own data stays where it is. */
    private static final Pattern ADDRESS = Pattern.compile("url\\(\\s*+[\"']?+(?!data:|#)|@import");

    private final String html;
    private final List<String> paths = new ArrayList<>();

    private StyleSheets(String html) {
        this.html = html;
        Matcher link = LINK.matcher(html);
        while (link.find()) {
            paths.add(link.group(1));
        }
    }

    /** Those of a page as it is written, in its order. */
    static StyleSheets of(String html) {
        return new StyleSheets(html);
    }

    /**
     * All of them, one after the other.
     *
     * @throws IllegalStateException if one is missing, or names another file
     */
    byte[] join(Map<String, byte[]> files) {
        var joined = new StringBuilder();
        for (String path : paths) {
            byte[] content = files.get(path);
            if (content == null) {
                throw new IllegalStateException("there is no style sheet " + path);
            }
            String sheet = new String(content, StandardCharsets.UTF_8);
            if (ADDRESS.matcher(sheet).find()) {
                throw new IllegalStateException(path + " names another file");
            }
            joined.append(sheet).append('\n');
        }
        return joined.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The page with one link in the place of the first. */
    String joinedPage() {
        Matcher link = LINK.matcher(html);
        if (!link.find()) {
            return html;
        }
        String first = link.group().replace(paths.get(0), JOINED);
        return html.substring(0, link.start())
                + first
                + LINK.matcher(html.substring(link.end())).replaceAll("");
    }
}
