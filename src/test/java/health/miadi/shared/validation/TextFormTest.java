package health.miadi.shared.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** R-PERS-1: text has one form (finding L9). */
class TextFormTest {
    @Example
    void showsWhatPeopleSee() {
        assertThat(TextForm.of("\u00a0Jose\u0301\u2003\u200b")).isEqualTo("Jos\u00e9");
        assertThat(TextForm.of("\ufeff\u202eAmina\u202c")).isEqualTo("Amina");
        assertThat(TextForm.of("\u3164\u2800\u00ad\u200d\ufeff\u115f\udb40\udc20"))
                .isEmpty();
        assertThat(TextForm.of("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"))
                .as("a joiner within a word")
                .isEqualTo("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645");
    }

    @Example
    void isWhatANameNeeds() {
        assertThat(Text.Validator.isReadable("\u200b", false)).isFalse();
        assertThat(Text.Validator.isReadable("Amina\u00a0", false)).isFalse();
        assertThat(Text.Validator.isReadable("Jose\u0301", false)).isFalse();
        assertThat(Text.Validator.isReadable("Ami\u202ena", false)).isFalse();
        assertThat(Text.Validator.isReadable("Ami\u200dna", false)).isTrue();
        assertThat(Text.Validator.isReadable("a\u2067b\u2069c\nd", true)).isTrue();
    }

    @Property
    void isReachedAtOnce(@ForAll("texts") String text) {
        String form = TextForm.of(text);

        assertThat(TextForm.of(form)).isEqualTo(form);
        assertThat(Normalizer.isNormalized(form, Normalizer.Form.NFC)).isTrue();
        assertThat(TextForm.of(Normalizer.normalize(text, Normalizer.Form.NFD))).isEqualTo(form);
        if (!form.isEmpty()) {
            assertThat(TextForm.isUnseen(form.codePointAt(0))).isFalse();
            assertThat(TextForm.isUnseen(form.codePointBefore(form.length()))).isFalse();
            assertThat(Text.Validator.isReadable(form, true)).isTrue();
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "a", "e\u0301", "\u00e9", " ", "\u00a0", "\u200b", "\u200d", "\u3164", "\ufeff", "\ud83d\ude00")
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
    }
}
