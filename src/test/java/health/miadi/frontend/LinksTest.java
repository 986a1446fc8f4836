package health.miadi.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Links between the pages: each leads to a page that there is, and gives it parameters that it reads. */
class LinksTest {
    private static final Pattern ROUTE =
            Pattern.compile("(?s)page\\('(/[^']*)', '[^']*', \\(\\) => import\\('\\./([^']+)'\\), \\{(.*?)\\}\\)");
    private static final Pattern QUERY = Pattern.compile("query: \\[([^]]*)]");

    /** An address in a script: its path, then its parameters, written out or as what {@code search} makes a query of. */
    private static final Pattern LINK = Pattern.compile(
            "[`\"'=](/app(?:/(?:[\\w-]+|\\$\\{(?!search)[^}]*\\}))*)(?:\\?([^`\"' ]*)|\\$\\{search\\(\\{([^`]*?)\\}\\)\\})?(?=[`\"' ?>$])");

    private static final Pattern READ = Pattern.compile("this\\.query\\.(\\w+)");

    /** A page. */
    private record Route(Pattern address, String module, Set<String> parameters) {}

    private final Map<String, String> scripts = Sources.ending(".js");
    private final List<Route> routes = ROUTE.matcher(scripts.get("routes.js"))
            .results()
            .map(LinksTest::route)
            .toList();

    private static Route route(MatchResult page) {
        Set<String> parameters = QUERY.matcher(page.group(3))
                .results()
                .flatMap(query ->
                        Pattern.compile("'(\\w+)'").matcher(query.group(1)).results())
                .map(name -> name.group(1))
                .collect(Collectors.toSet());
        return new Route(Pattern.compile(page.group(1).replaceAll(":\\w+", "[^/]+")), page.group(2), parameters);
    }

    private Optional<Route> leadsTo(String path) {
        String address = path.replaceAll("\\$\\{[^}]*}", "x");
        return routes.stream()
                .filter(route -> route.address().matcher(address).matches())
                .findFirst();
    }

    /** The names in {@code view: 'day', date: f(a, b), provider, ...more}; what is spread is unknown here. */
    private static List<String> names(String members) {
        List<String> names = new ArrayList<>();
        int depth = 0;
        int begin = 0;
        for (int i = 0; i <= members.length(); i++) {
            char c = i < members.length() ? members.charAt(i) : ',';
            depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            if (c == ',' && depth == 0) {
                names.add(members.substring(begin, i).split(":", 2)[0].strip());
                begin = i + 1;
            }
        }
        names.removeIf(name -> name.isEmpty() || name.startsWith("..."));
        return names;
    }

    private List<String> faults(Map<String, String> sources) {
        List<String> faults = new ArrayList<>();
        sources.forEach((file, source) -> LINK.matcher(source).results().forEach(link -> {
            Optional<Route> page = leadsTo(link.group(1));
            if (page.isEmpty()) {
                faults.add(file + ": no page at " + link.group(1));
                return;
            }
            List<String> given = new ArrayList<>();
            if (link.group(2) != null) {
                Pattern.compile("(?:^|&)(\\w+)=")
                        .matcher(link.group(2))
                        .results()
                        .forEach(name -> given.add(name.group(1)));
            }
            if (link.group(3) != null) {
                given.addAll(names(link.group(3)));
            }
            given.removeAll(page.get().parameters());
            given.forEach(name -> faults.add(file + ": " + link.group(1) + " does not read " + name));
        }));
        return faults;
    }

    @Test
    void linksGiveWhatTheirPagesRead() {
        assertThat(routes).hasSizeGreaterThan(20);
        assertThat(faults(Map.of(
                        "x.js",
                        "`/app/calendar?provider=${id}&day=${dayOf(a, b)}`; `/app/find${search({ kind: f(1, 2), type })}`;"
                                + " '/app/nowhere'; html`<a href=\"/app/visits/${id}\">`")))
                .containsExactly(
                        "x.js: /app/calendar does not read day",
                        "x.js: /app/find does not read kind",
                        "x.js: no page at /app/nowhere");

        Map<String, String> pages = new java.util.TreeMap<>(scripts);
        pages.remove("routes.js");
        assertThat(faults(pages)).isEmpty();
    }

    @Test
    void pagesReadNoParameterThatTheRouterKeepsFromThem() {
        assertThat(routes).allSatisfy(route -> assertThat(route.parameters())
                .as(route.module())
                .containsAll(READ.matcher(scripts.get(route.module()))
                        .results()
                        .map(name -> name.group(1))
                        .collect(Collectors.toSet())));
    }
}
