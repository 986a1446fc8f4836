package health.miadi.browser;

import static org.assertj.core.api.Assertions.assertThat;

import health.miadi.testing.browser.InBrowser;
import health.miadi.testing.browser.Screen;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the front end makes of a stream of events, in whatever pieces it comes. */
@InBrowser
@Tag("every-server")
class EventStreamBrowserIT {
    private static final String READ_IN_ALL_PIECES = """
            async () => {
              const main = document.querySelector('script[src$="main.js"]').src;
              const { EventStreamParser } = await import(new URL('core/event-stream.js', main));
              const text = ': watching\\nretry: 1500\\nid: 7\\n\\n'
                + 'event: slots-changed\\r\\ndata: {"a":\\r\\ndata: "Ünö 日"}\\r\\nid: 8\\r\\n\\r\\n'
                + 'data\\r\\rdata:no space\\rid\\r\\r'
                + 'id: 9\\u00009\\nunknown: x\\nretry: soon\\nevent: alone\\n\\n'
                + 'id: 10\\ndata: of the second last block\\n\\ndata: incomplete';
              const bytes = new TextEncoder().encode(text);
              const read = (...pieces) => {
                const parser = new EventStreamParser();
                const events = pieces.flatMap((piece) => parser.push(piece));
                return JSON.stringify({ events, last: parser.lastEventId, retry: parser.retryMillis });
              };
              const outcomes = new Set([read(bytes), read(...[...bytes].map((byte) => Uint8Array.of(byte)))]);
              for (let cut = 1; cut < bytes.length; cut++) {
                outcomes.add(read(bytes.slice(0, cut), bytes.slice(cut)));
              }
              return [...outcomes].join('\\n');
            }
            """;

    @Test
    void piecesMakeNoDifference(Screen screen) {
        assertThat(screen.open("/").page().evaluate(READ_IN_ALL_PIECES)).isEqualTo("""
                {"events":[\
                {"type":"slots-changed","data":"{\\"a\\":\\n\\"Ünö 日\\"}"},\
                {"type":"message","data":""},\
                {"type":"message","data":"no space"},\
                {"type":"message","data":"of the second last block"}],\
                "last":"10","retry":1500}""".replace("\n\\", "\\n\\"));
    }
}
