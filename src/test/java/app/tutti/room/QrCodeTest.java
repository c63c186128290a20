package app.tutti.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTest {
    private static final int PIXELS = 4;

    @Test
    void whatIsDrawnIsReadAgain() throws Exception {
        String link = "https://party.example.org/party/f537e268-ed8f-475e-8f13-869f93f0d9f2";
        QrCode code = QrCode.of(link);
        int side = code.size() * PIXELS;
        BinaryBitmap seen =
                new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, drawn(code, side))));
        assertEquals(link, new QRCodeReader().decode(seen).getText());
    }

    @Test
    void aTextThatDoesNotFitIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> QrCode.of("x".repeat(3000)));
    }

    private static int[] drawn(QrCode code, int side) {
        int[] pixels = new int[side * side];
        Arrays.fill(pixels, 0xFFFFFF);
        Matcher runs = Pattern.compile("M(\\d+) (\\d+)h(\\d+)").matcher(code.path());
        while (runs.find()) {
            int left = Integer.parseInt(runs.group(1)) * PIXELS;
            int top = Integer.parseInt(runs.group(2)) * PIXELS;
            int right = left + Integer.parseInt(runs.group(3)) * PIXELS;
            for (int y = top; y < top + PIXELS; y++) {
                Arrays.fill(pixels, y * side + left, y * side + right, 0);
            }
        }
        return pixels;
    }
}
