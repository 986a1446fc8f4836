package health.miadi.shared.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A span with words of the code alone: when, how long, which method of which route, which status, which classes of exceptions.
 *
 * <p>It takes what it knows and does not look for what is to be left out: addresses, queries, headers and messages are nobody's to list.
 */
final class DiscreetSpan extends DelegatingSpanData {
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");

    private static final Set<String> SCHEMES = Set.of("http", "https");

    /** Of the code: its variables stand in braces, and no word in it has a digit but the version. */
    private static final Pattern ROUTE = Pattern.compile("(/([a-z]+([-.][a-z]+)*|v1|\\{[A-Za-z]+\\}|\\.well-known))+");

    private static final Pattern VARIABLE = Pattern.compile("\\{\\s*(\\w+)\\s*(:[^/]*)?\\}");
    private static final Pattern CLASS = Pattern.compile("([a-z]\\w*\\.)+[A-Z][\\w$]*");

    private static final AttributeKey<String> EXCEPTION = AttributeKey.stringKey("exception.type");
    private static final String ROUTE_KEY = "http.route";
    /** By their names in both versions of OpenTelemetry's conventions. */
    private static final Set<String> METHOD_KEYS = Set.of("http.method", "http.request.method");

    private static final Set<String> STATUS_KEYS = Set.of("http.status_code", "http.response.status_code");
    private static final Set<String> SCHEME_KEYS = Set.of("http.scheme", "url.scheme");

    private final Attributes attributes;
    private final List<EventData> events;

    DiscreetSpan(SpanData whole) {
        super(whole);
        this.attributes = attributes(whole.getAttributes());
        this.events = whole.getEvents().stream()
                .filter(event -> event.getName().equals("exception"))
                .map(DiscreetSpan::exception)
                .toList();
    }

    private static Attributes attributes(Attributes whole) {
        AttributesBuilder kept = Attributes.builder();
        whole.forEach((key, value) -> keep(kept, key.getKey(), value));
        return kept.build();
    }

    private static void keep(AttributesBuilder kept, String key, Object value) {
        if (METHOD_KEYS.contains(key)) {
            kept.put(key, METHODS.contains(value) ? value.toString() : "other");
        } else if (STATUS_KEYS.contains(key) && value instanceof Long status) {
            kept.put(key, status);
        } else if (SCHEME_KEYS.contains(key) && SCHEMES.contains(value)) {
            kept.put(key, value.toString());
        } else if (key.equals(ROUTE_KEY)) {
            String route = route(value.toString());
            if (route != null) {
                kept.put(key, route);
            }
        }
    }

    /** Without what JAX-RS lets a variable's value look like, and without doubled or trailing slashes. */
    private static @Nullable String route(String given) {
        String route = VARIABLE.matcher(given).replaceAll("{$1}").replaceAll("/+", "/");
        if (route.length() > 1 && route.endsWith("/")) {
            route = route.substring(0, route.length() - 1);
        }
        return ROUTE.matcher(route).matches() ? route : null;
    }

    private static EventData exception(EventData whole) {
        String type = whole.getAttributes().get(EXCEPTION);
        Attributes kept =
                type != null && CLASS.matcher(type).matches() ? Attributes.of(EXCEPTION, type) : Attributes.empty();
        return EventData.create(whole.getEpochNanos(), "exception", kept);
    }

    @Override
    public String getName() {
        Map<AttributeKey<?>, Object> all = attributes.asMap();
        String method = METHOD_KEYS.stream()
                .map(key -> all.get(AttributeKey.stringKey(key)))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst()
                .orElse("");
        if (getKind() != SpanKind.SERVER) {
            return (getKind().name().toLowerCase(Locale.ROOT) + " " + method).strip();
        }
        Object route = all.get(AttributeKey.stringKey(ROUTE_KEY));
        return (method + " " + (route == null ? "" : route)).strip();
    }

    @Override
    public Attributes getAttributes() {
        return attributes;
    }

    @Override
    public int getTotalAttributeCount() {
        return attributes.size();
    }

    @Override
    public List<EventData> getEvents() {
        return events;
    }

    @Override
    public int getTotalRecordedEvents() {
        return events.size();
    }

    @Override
    public List<LinkData> getLinks() {
        return List.of();
    }

    @Override
    public int getTotalRecordedLinks() {
        return 0;
    }

    /** Without a description. */
    @Override
    public StatusData getStatus() {
        return StatusData.create(super.getStatus().getStatusCode(), "");
    }

    @Override
    public SpanContext getSpanContext() {
        return withoutState(super.getSpanContext());
    }

    @Override
    public SpanContext getParentSpanContext() {
        return withoutState(super.getParentSpanContext());
    }

    /** A trace's state is what others wrote. */
    private static SpanContext withoutState(SpanContext context) {
        if (!context.isValid()) {
            return SpanContext.getInvalid();
        }
        return context.isRemote()
                ? SpanContext.createFromRemoteParent(
                        context.getTraceId(), context.getSpanId(), context.getTraceFlags(), TraceState.getDefault())
                : SpanContext.create(
                        context.getTraceId(), context.getSpanId(), context.getTraceFlags(), TraceState.getDefault());
    }
}
