package health.miadi.shared.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("ADR 0067: what leaves in a span")
class TracesWithoutPeopleTest {
    private static final String NAME = "Wanjiru";
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String PARENT = "b7ad6b7169203331";

    private final List<SpanData> left = new ArrayList<>();

    @Test
    @DisplayName("is the method, the route, the status and the class of an exception, whatever else a server put there")
    void onlyWordsOfTheCode() {
        SpanData span = export(made -> made.setSpanKind(SpanKind.SERVER)
                .setAttribute("http.method", "GET")
                .setAttribute("http.route", "/api/v1/patients/{id}")
                .setAttribute("http.scheme", "https")
                .setAttribute("http.url", "https://clinic.example.org/api/v1/patients?search=" + NAME)
                .setAttribute("http.target", "/api/v1/patients?search=" + NAME)
                .setAttribute("url.query", "search=" + NAME)
                .setAttribute("client.address", "192.0.2.7")
                .setAttribute("user_agent.original", NAME)
                .setAttribute(AttributeKey.stringArrayKey("http.request.header.authorization"), List.of(NAME))
                .setAttribute("enduser.id", NAME));

        assertThat(span.getName()).isEqualTo("GET /api/v1/patients/{id}");
        assertThat(span.getAttributes())
                .isEqualTo(Attributes.builder()
                        .put("http.method", "GET")
                        .put("http.route", "/api/v1/patients/{id}")
                        .put("http.scheme", "https")
                        .put("http.status_code", 500L)
                        .build());
        assertThat(span.getTotalAttributeCount()).isEqualTo(4);
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(span.getStatus().getDescription()).isEmpty();
        assertThat(span.getEvents()).singleElement().satisfies(event -> assertThat(event.getAttributes())
                .isEqualTo(Attributes.of(AttributeKey.stringKey("exception.type"), "java.lang.IllegalStateException")));
        assertThat(span.getLinks()).isEmpty();
        assertThat(span.getTraceId()).isEqualTo(TRACE);
        assertThat(span.getParentSpanId()).isEqualTo(PARENT);
        assertThat(span.getSpanContext().getTraceState().isEmpty()).isTrue();
        assertThat(span.getParentSpanContext().getTraceState().isEmpty()).isTrue();
        assertThat(span.toString()).doesNotContain(NAME);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
                    /api/v1/patients/{id: [0-9a-f-]{36}}/ | GET /api/v1/patients/{id}
                    //api/v1//slots/events                | GET /api/v1/slots/events
                    /.well-known/openid                   | GET /.well-known/openid
                    /api/v1/patients/0712345678           | GET
                    /api/v1/patients/Wanjiru              | GET
                    /api/v1/patients?search=wanjiru       | GET
                    /api/v1/patients/a%20b                | GET
                    """)
    @DisplayName("is a route only where it is one, without what a variable is to look like")
    void routes(String given, String name) {
        SpanData span = export(made -> made.setSpanKind(SpanKind.SERVER)
                .setAttribute("http.request.method", "GET")
                .setAttribute("http.route", given));

        assertThat(span.getName()).isEqualTo(name);
    }

    @Test
    @DisplayName("is no method that a client made up, and nothing of the name of a span that is not a request")
    void names() {
        assertThat(export(made -> made.setSpanKind(SpanKind.SERVER).setAttribute("http.method", NAME))
                        .getName())
                .isEqualTo("other");
        assertThat(export(made -> made.setSpanKind(SpanKind.CLIENT).setAttribute("http.method", "POST"))
                        .getName())
                .isEqualTo("client POST");
        assertThat(export(made -> made).getName()).isEqualTo("internal");
    }

    private SpanData export(UnaryOperator<SpanBuilder> further) {
        TraceState foreign = TraceState.builder().put("vendor", NAME).build();
        SpanContext caller = SpanContext.createFromRemoteParent(TRACE, PARENT, TraceFlags.getSampled(), foreign);
        try (SdkTracerProvider provider = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(new DiscreetSpanExporter(new Kept())))
                .build()) {
            Span span = further.apply(provider.get("server")
                            .spanBuilder("GET /api/v1/patients/" + NAME)
                            .setParent(Context.root().with(Span.wrap(caller)))
                            .addLink(caller, Attributes.of(AttributeKey.stringKey("who"), NAME)))
                    .startSpan();
            span.setAttribute("http.status_code", 500);
            span.setStatus(StatusCode.ERROR, "no patient " + NAME);
            span.recordException(new IllegalStateException("no patient " + NAME));
            span.addEvent("searched for " + NAME);
            span.end();
        }
        return left.get(left.size() - 1);
    }

    private final class Kept implements SpanExporter {
        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            left.addAll(spans);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}
