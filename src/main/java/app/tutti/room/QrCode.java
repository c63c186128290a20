package app.tutti.room;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/**
 * A QR code to be drawn as SVG: a square of modules, four of them a margin (ISO/IEC 18004 §6.3.8).
 *
 * @param size of a side, in modules
 * @param path the dark modules, for {@code <path d>}
 */
public record QrCode(int size, String path) {
    private static final Map<EncodeHintType, Object> HINTS =
            Map.of(EncodeHintType.MARGIN, 4, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M);

    /** @throws IllegalArgumentException when the text is longer than a QR code can be */
    public static QrCode of(String text) {
        try {
            BitMatrix modules = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, HINTS);
            return new QrCode(modules.getWidth(), path(modules));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("does not fit into a QR code", tooLong);
        }
    }

    /** A rectangle for each run of dark modules in a row. */
    private static String path(BitMatrix modules) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            int run = 0;
            for (int x = 0; x <= modules.getWidth(); x++) {
                if (x < modules.getWidth() && modules.get(x, y)) {
                    run++;
                } else if (run > 0) {
                    path.append("M%d %dh%dv1h-%dz".formatted(x - run, y, run, run));
                    run = 0;
                }
            }
        }
        return path.toString();
    }
}
