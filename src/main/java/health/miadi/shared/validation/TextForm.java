package health.miadi.shared.validation;

import java.text.Normalizer;

/**
 * The one form of text (R-PERS-1): composed (NFC), and nothing at its ends that nobody sees. What is within stays, joiners
 * between letters included. Everything that takes text in brings it to this form before anything else looks at it.
 */
public final class TextForm {
    /** White space, what Unicode calls default-ignorable, and the blank of Braille: the first and the last of each range. */
    private static final int[][] UNSEEN = {
        {0x09, 0x0d},
        {0x20, 0x20},
        {0x85, 0x85},
        {0xa0, 0xa0},
        {0xad, 0xad},
        {0x34f, 0x34f},
        {0x61c, 0x61c},
        {0x115f, 0x1160},
        {0x1680, 0x1680},
        {0x17b4, 0x17b5},
        {0x180b, 0x180f},
        {0x2000, 0x200f},
        {0x2028, 0x202f},
        {0x205f, 0x206f},
        {0x2800, 0x2800},
        {0x3000, 0x3000},
        {0x3164, 0x3164},
        {0xfe00, 0xfe0f},
        {0xfeff, 0xfeff},
        {0xffa0, 0xffa0},
        {0xfff0, 0xfff8},
        {0x1bca0, 0x1bca3},
        {0x1d173, 0x1d17a},
        {0xe0000, 0xe0fff},
    };

    private TextForm() {}

    /** The text in its form; empty when there is nothing to see. */
    public static String of(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        int begin = 0;
        int end = composed.length();
        while (begin < end && isUnseen(composed.codePointAt(begin))) {
            begin += Character.charCount(composed.codePointAt(begin));
        }
        while (begin < end && isUnseen(composed.codePointBefore(end))) {
            end -= Character.charCount(composed.codePointBefore(end));
        }
        return composed.substring(begin, end);
    }

    /** Whether nobody sees the character. */
    static boolean isUnseen(int character) {
        for (int[] range : UNSEEN) {
            if (character <= range[1]) {
                return character >= range[0];
            }
        }
        return false;
    }

    /** Whether the character turns the direction of others, so that they read as what they are not. */
    public static boolean turnsDirection(int character) {
        return character == 0x61c
                || (character >= 0x200e && character <= 0x200f)
                || (character >= 0x202a && character <= 0x202e)
                || (character >= 0x2066 && character <= 0x2069);
    }
}
