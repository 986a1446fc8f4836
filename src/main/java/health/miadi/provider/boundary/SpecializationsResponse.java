package health.miadi.provider.boundary;

import health.miadi.provider.control.PracticeCount;
import java.util.List;

/**
 * By what one can look for a provider: what occurs among those who take appointments, each once whatever its case.
 *
 * @param specializations by name
 * @param cadres by name
 */
public record SpecializationsResponse(List<PracticeResponse> specializations, List<PracticeResponse> cadres) {
    /**
     * A specialization or a cadre.
     *
     * @param name what to send to find these providers
     * @param providers how many have it
     */
    public record PracticeResponse(String name, int providers) {}

    static SpecializationsResponse from(List<PracticeCount> counts) {
        return new SpecializationsResponse(
                of(counts, PracticeCount.Kind.SPECIALIZATION), of(counts, PracticeCount.Kind.CADRE));
    }

    private static List<PracticeResponse> of(List<PracticeCount> counts, PracticeCount.Kind kind) {
        return counts.stream()
                .filter(count -> count.kind() == kind)
                .map(count -> new PracticeResponse(count.name(), count.providers()))
                .toList();
    }
}
