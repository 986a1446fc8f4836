package health.miadi.shared.tracing;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Passes spans on as {@link DiscreetSpan}s. */
final class DiscreetSpanExporter implements SpanExporter {
    private final SpanExporter next;

    DiscreetSpanExporter(SpanExporter next) {
        this.next = next;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        List<SpanData> discreet = new ArrayList<>(spans.size());
        spans.forEach(span -> discreet.add(new DiscreetSpan(span)));
        return next.export(discreet);
    }

    @Override
    public CompletableResultCode flush() {
        return next.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return next.shutdown();
    }

    @Override
    public String toString() {
        return "DiscreetSpanExporter";
    }
}
