package health.miadi.identity.boundary;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code, to be drawn dark on light with four units of light around it.
 *
 * @param size how many units it is wide and high
 * @param path what is dark of it, as the path of an SVG
 */
public record QrCodeResponse(int size, String path) {
    static QrCodeResponse of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return new QrCodeResponse(code.size, path.toString());
    }

    /** Says nothing of it. */
    @Override
    public String toString() {
        return "QrCodeResponse";
    }
}
