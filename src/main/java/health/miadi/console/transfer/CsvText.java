package health.miadi.console.transfer;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The text of a file: a byte order mark says how it is encoded, and otherwise the person. What does not fit is refused, never
 * replaced.
 *
 * @param encoding that is stated for files without a mark
 */
record CsvText(Path path, Charset encoding) {
    private static final int LONGEST_MARK = 3;

    /** Opens it after its mark. */
    Reader open() throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(path));
        return new BufferedReader(new InputStreamReader(bytes, skipMark(bytes).newDecoder()));
    }

    private Charset skipMark(InputStream bytes) throws IOException {
        bytes.mark(LONGEST_MARK);
        byte[] first = bytes.readNBytes(LONGEST_MARK);
        bytes.reset();
        Charset marked = encoding;
        int mark = 0;
        if (begins(first, 0xef, 0xbb, 0xbf)) {
            marked = StandardCharsets.UTF_8;
            mark = LONGEST_MARK;
        } else if (begins(first, 0xff, 0xfe)) {
            marked = StandardCharsets.UTF_16LE;
            mark = 2;
        } else if (begins(first, 0xfe, 0xff)) {
            marked = StandardCharsets.UTF_16BE;
            mark = 2;
        }
        bytes.skipNBytes(mark);
        return marked;
    }

    private static boolean begins(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** Where the first bytes stand that are no character: {@code is not UTF-8 (line 3, character 7)}. */
    String fault() throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(path))) {
            CharsetDecoder decoder = skipMark(bytes).newDecoder();
            ByteBuffer in = ByteBuffer.allocate(1 << 13);
            CharBuffer out = CharBuffer.allocate(1 << 13);
            var place = new Place();
            while (true) {
                int read = bytes.read(in.array(), in.position(), in.remaining());
                in.limit(in.position() + Math.max(0, read)).position(0);
                CoderResult result;
                do {
                    result = decoder.decode(in, out, read < 0);
                    place.pass(out.flip());
                    out.clear();
                } while (result.isOverflow());
                if (result.isError() || read < 0) {
                    return "is not " + decoder.charset() + " (line " + place.line + ", character " + place.character
                            + ")";
                }
                in.compact();
            }
        }
    }

    /** Lines and characters that went by. */
    private static final class Place {
        private long line = 1;
        private long character = 1;
        private boolean afterReturn;

        void pass(CharBuffer text) {
            while (text.hasRemaining()) {
                char next = text.get();
                boolean ends = next == '\r' || next == '\n' && !afterReturn;
                if (ends) {
                    line++;
                    character = 1;
                } else if (next != '\n' && !Character.isLowSurrogate(next)) {
                    character++;
                }
                afterReturn = next == '\r';
            }
        }
    }
}
