package health.miadi.shared.problem;

import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The page that the {@code type} of a refusal resolves to: what the refusal means and what a client does about it.
 *
 * <p>The words are in {@code problems.properties}, beside this class: two entries for each slug.
 */
final class ProblemPage {

    private static final ResourceBundle WORDS =
            ResourceBundle.getBundle(ProblemPage.class.getPackageName() + ".problems", Locale.ROOT);

    private ProblemPage() {}

    /** The page about one type, as HTML. */
    static String of(ProblemType type) {
        return page(
                type.title(),
                "  <p class=\"quiet\"><code>%s</code>, HTTP status %d</p>\n"
                                .formatted(escaped(type.slug()), type.status())
                        + "  <h2>What it means</h2>\n  <p>" + escaped(meaning(type)) + "</p>\n"
                        + "  <h2>What to do</h2>\n  <p>" + escaped(remedy(type)) + "</p>\n",
                "<a href=\"./\">All kinds of refusal</a> · <a href=\"../api-docs/\">The API</a>");
    }

    /** The page that lists every type, as HTML. */
    static String index() {
        var list = new StringBuilder("  <dl>\n");
        for (ProblemType type : ProblemType.values()) {
            list.append("    <dt><a href=\"%s\">%s</a></dt>\n    <dd>%s</dd>\n"
                    .formatted(escaped(type.slug()), escaped(type.title()), escaped(meaning(type))));
        }
        return page(
                "What a refusal means", list.append("  </dl>\n").toString(), "<a href=\"../api-docs/\">The API</a>");
    }

    static String meaning(ProblemType type) {
        return WORDS.getString(type.slug() + ".meaning");
    }

    static String remedy(ProblemType type) {
        return WORDS.getString(type.slug() + ".remedy");
    }

    private static String page(String title, String content, String links) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                  <meta charset="utf-8">
                  <meta name="viewport" content="width=device-width, initial-scale=1">
                  <title>%s · Miadi</title>
                  <link rel="stylesheet" href="../assets/style/plain.css">
                </head>
                <body>
                <main>
                  <h1>%s</h1>
                %s</main>
                <footer>%s</footer>
                </body>
                </html>
                """.formatted(escaped(title), escaped(title), content, links);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
