import static java.lang.StrictMath.PI;
import static java.lang.StrictMath.cos;
import static java.lang.StrictMath.pow;
import static java.lang.StrictMath.sin;
import static java.lang.StrictMath.sqrt;

/** A second-order filter, with the usual textbook responses. */
final class Filter {

    private final double b0;
    private final double b1;
    private final double b2;
    private final double a1;
    private final double a2;
    private double s1;
    private double s2;

    private Filter(double b0, double b1, double b2, double a0, double a1, double a2) {
        this.b0 = b0 / a0;
        this.b1 = b1 / a0;
        this.b2 = b2 / a0;
        this.a1 = a1 / a0;
        this.a2 = a2 / a0;
    }

    static Filter lowpass(double frequency, double q) {
        double w = 2 * PI * frequency / Instruments.RATE;
        double alpha = sin(w) / (2 * q);
        double c = 1 - cos(w);
        return new Filter(c / 2, c, c / 2, 1 + alpha, -2 * cos(w), 1 - alpha);
    }

    static Filter highpass(double frequency, double q) {
        double w = 2 * PI * frequency / Instruments.RATE;
        double alpha = sin(w) / (2 * q);
        double c = 1 + cos(w);
        return new Filter(c / 2, -c, c / 2, 1 + alpha, -2 * cos(w), 1 - alpha);
    }

    static Filter bandpass(double frequency, double q) {
        double w = 2 * PI * frequency / Instruments.RATE;
        double alpha = sin(w) / (2 * q);
        return new Filter(alpha, 0, -alpha, 1 + alpha, -2 * cos(w), 1 - alpha);
    }

    static Filter peak(double frequency, double q, double decibels) {
        double w = 2 * PI * frequency / Instruments.RATE;
        double alpha = sin(w) / (2 * q);
        double a = pow(10, decibels / 40);
        return new Filter(1 + alpha * a, -2 * cos(w), 1 - alpha * a, 1 + alpha / a, -2 * cos(w), 1 - alpha / a);
    }

    static Filter highShelf(double frequency, double q, double decibels) {
        double w = 2 * PI * frequency / Instruments.RATE;
        double alpha = sin(w) / (2 * q);
        double a = pow(10, decibels / 40);
        double c = cos(w);
        double r = 2 * sqrt(a) * alpha;
        return new Filter(
                a * ((a + 1) + (a - 1) * c + r),
                -2 * a * ((a - 1) + (a + 1) * c),
                a * ((a + 1) + (a - 1) * c - r),
                (a + 1) - (a - 1) * c + r,
                2 * ((a - 1) - (a + 1) * c),
                (a + 1) - (a - 1) * c - r);
    }

    double next(double in) {
        double out = b0 * in + s1;
        s1 = b1 * in - a1 * out + s2;
        s2 = b2 * in - a2 * out;
        return out;
    }

    void run(float[] samples) {
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) next(samples[i]);
        }
    }

    void run(double[] samples) {
        for (int i = 0; i < samples.length; i++) {
            samples[i] = next(samples[i]);
        }
    }
}
