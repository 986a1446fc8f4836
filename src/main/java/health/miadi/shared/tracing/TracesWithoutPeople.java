package health.miadi.shared.tracing;

import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.opentelemetry.sdk.resources.Resource;
import java.util.Map;

/**
 * What both servers ask when they set OpenTelemetry up for the application: every exporter of spans is wrapped, and neither logs nor
 * metrics are sent, of which the application has its own (ADR 0042, ADR 0043).
 */
public class TracesWithoutPeople implements AutoConfigurationCustomizerProvider {
    private static final Map<String, String> ALWAYS = Map.of(
            "otel.logs.exporter", "none",
            "otel.metrics.exporter", "none",
            // no baggage: it is what others wrote
            "otel.propagators", "tracecontext");

    @Override
    public void customize(AutoConfigurationCustomizer telemetry) {
        telemetry.addPropertiesCustomizer(given -> ALWAYS);
        telemetry.addSpanExporterCustomizer((exporter, given) -> new DiscreetSpanExporter(exporter));
        telemetry.addResourceCustomizer((resource, given) -> withoutProcess(resource));
    }

    /** A command line may have passwords in it. */
    private static Resource withoutProcess(Resource resource) {
        return resource.toBuilder()
                .removeIf(key -> key.getKey().startsWith("process."))
                .build();
    }
}
