import static java.lang.StrictMath.PI;
import static java.lang.StrictMath.cos;
import static java.lang.StrictMath.exp;
import static java.lang.StrictMath.log10;
import static java.lang.StrictMath.pow;
import static java.lang.StrictMath.sin;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Two channels, a reverb for them, and the last polish: loudness, a gentle limiter, fades, and a WAV file. */
final class Mixer {

    private static final int RATE = Instruments.RATE;
    private static final double CEILING = pow(10, -2.4 / 20);

    private final double[] left;
    private final double[] right;
    private final double[] sendLeft;
    private final double[] sendRight;

    Mixer(double seconds) {
        int length = Instruments.samples(seconds);
        left = new double[length];
        right = new double[length];
        sendLeft = new double[length];
        sendRight = new double[length];
    }

    /** Adds a sound; pan runs from -1 (left only) to 1 (right only) at equal power. */
    void add(float[] sound, double seconds, double gain, double pan, double send) {
        double toLeft = pan >= 1 ? 0 : gain * cos((pan + 1) * PI / 4);
        double toRight = pan <= -1 ? 0 : gain * sin((pan + 1) * PI / 4);
        int start = Math.max(0, Instruments.samples(seconds));
        int end = Math.min(left.length, start + sound.length);
        for (int i = start; i < end; i++) {
            double l = sound[i - start] * toLeft;
            double r = sound[i - start] * toRight;
            left[i] += l;
            right[i] += r;
            sendLeft[i] += l * send;
            sendRight[i] += r * send;
        }
    }

    /** One room that both channels share. */
    void room(double decay, double damping) {
        reverb(sendLeft, sendRight, left, right, decay, damping, 1);
    }

    /** A room for each channel, with a wall between them: nothing of the one is heard in the other. */
    void twoRooms(double decayLeft, double decayRight, double damping) {
        double[] silence = new double[left.length];
        reverb(sendLeft, silence, left, left, decayLeft, damping, 0.83);
        reverb(sendRight, silence, right, right, decayRight, damping, 1.19);
    }

    /** A feedback delay network: eight delay lines that hand their output round through a reflection. */
    private static void reverb(
            double[] inLeft,
            double[] inRight,
            double[] outLeft,
            double[] outRight,
            double decay,
            double damping,
            double size) {
        int[] primes = {1031, 1327, 1523, 1801, 2053, 2311, 2689, 3001};
        int lines = primes.length;
        double[][] delay = new double[lines][];
        double[] keep = new double[lines];
        for (int k = 0; k < lines; k++) {
            delay[k] = new double[(int) (primes[k] * size) | 1];
            keep[k] = pow(10, -3.0 * delay[k].length / (RATE * decay));
        }
        double[] left = diffuse(inLeft, new int[] {223, 367, 491});
        double[] right = diffuse(inRight, new int[] {241, 349, 509});
        double[] damped = new double[lines];
        double[] tap = new double[lines];
        int[] at = new int[lines];
        int early = (int) (RATE * 0.018);
        for (int i = 0; i < outLeft.length; i++) {
            double sum = 0;
            for (int k = 0; k < lines; k++) {
                damped[k] += (1 - damping) * (delay[k][at[k]] - damped[k]);
                tap[k] = damped[k] * keep[k];
                sum += tap[k];
            }
            double l = i < early ? 0 : left[i - early];
            double r = i < early ? 0 : right[i - early];
            for (int k = 0; k < lines; k++) {
                delay[k][at[k]] = tap[k] - sum * 2 / lines + (k % 2 == 0 ? l : r) * 0.5;
                at[k] = at[k] + 1 == delay[k].length ? 0 : at[k] + 1;
            }
            outLeft[i] += tap[0] - tap[2] + tap[4] - tap[6] + 0.4 * (tap[1] - tap[5]);
            outRight[i] += tap[1] - tap[3] + tap[5] - tap[7] + 0.4 * (tap[2] - tap[6]);
        }
    }

    private static double[] diffuse(double[] in, int[] lengths) {
        double[] out = in.clone();
        for (int length : lengths) {
            double[] line = new double[length];
            for (int i = 0, at = 0; i < out.length; i++) {
                double old = line[at];
                double fresh = out[i] + 0.6 * old;
                line[at] = fresh;
                out[i] = old - 0.6 * fresh;
                at = at + 1 == length ? 0 : at + 1;
            }
        }
        return out;
    }

    /** Gives both channels the same sound. */
    void mono() {
        for (int i = 0; i < left.length; i++) {
            left[i] = (left[i] + right[i]) / 2;
            right[i] = left[i];
        }
    }

    /** Takes the treble off, steeply. */
    void soften(double frequency) {
        for (double q : new double[] {0.541, 1.307}) {
            Filter.lowpass(frequency, q).run(left);
            Filter.lowpass(frequency, q).run(right);
        }
    }

    /** Brings the piece to the wanted loudness, holds the peaks, fades the ends and writes the file. */
    void master(Path file, double loudness, double fadeOut) throws IOException {
        Filter.highpass(28, 0.7).run(left);
        Filter.highpass(28, 0.7).run(right);
        for (int pass = 0; pass < 3; pass++) {
            gain(pow(10, (loudness - loudness()) / 20));
            limit();
        }
        int in = Instruments.samples(0.01);
        int out = Instruments.samples(fadeOut);
        for (int i = 0; i < left.length; i++) {
            int end = left.length - 1 - i;
            double fade = Math.min(1, (double) i / in) * (end < out ? 0.5 - 0.5 * cos(PI * end / out) : 1);
            left[i] *= fade;
            right[i] *= fade;
        }
        write(file);
    }

    private void gain(double gain) {
        for (int i = 0; i < left.length; i++) {
            left[i] *= gain;
            right[i] *= gain;
        }
    }

    /** Integrated loudness in LUFS: weighted for hearing, in blocks of 400 ms, the quiet ones left out. */
    private double loudness() {
        double[][] channels = {left.clone(), right.clone()};
        for (double[] channel : channels) {
            Filter.highShelf(1682, 0.7072, 4).run(channel);
            Filter.highpass(38.1, 0.5).run(channel);
        }
        int block = RATE * 2 / 5;
        List<Double> powers = new ArrayList<>();
        for (int start = 0; start + block <= left.length; start += block / 4) {
            double power = 0;
            for (double[] channel : channels) {
                for (int i = start; i < start + block; i++) {
                    power += channel[i] * channel[i] / block;
                }
            }
            powers.add(power);
        }
        double gate = mean(powers, level(-70)) * 0.1;
        return -0.691 + 10 * log10(mean(powers, gate));
    }

    private static double level(double loudness) {
        return pow(10, (loudness + 0.691) / 10);
    }

    private static double mean(List<Double> powers, double gate) {
        return powers.stream()
                .filter(power -> power > gate)
                .mapToDouble(power -> power)
                .average()
                .orElse(1e-9);
    }

    /** Looks four milliseconds ahead and eases both channels down together, so that peaks stay under the ceiling. */
    private void limit() {
        int ahead = RATE / 250;
        double recover = exp(-1.0 / (RATE * 0.15));
        double ease = 1 - exp(-3.5 / ahead);
        double[] wanted = new double[left.length];
        for (int i = 0; i < left.length; i++) {
            double peak = Math.max(Math.abs(left[i]), Math.abs(right[i]));
            wanted[i] = peak > CEILING ? CEILING / peak : 1;
        }
        double held = 1;
        double smooth = 1;
        double[] gains = new double[left.length];
        for (int i = 0; i < left.length; i++) {
            double need = 1;
            int end = Math.min(left.length, i + ahead);
            for (int j = i; j < end; j++) {
                need = Math.min(need, wanted[j]);
            }
            held = Math.min(need, 1 - (1 - held) * recover);
            smooth += ease * (held - smooth);
            gains[i] = Math.min(smooth, wanted[i]);
        }
        for (int i = 0; i < left.length; i++) {
            left[i] *= gains[i];
            right[i] *= gains[i];
        }
    }

    private void write(Path file) throws IOException {
        int bytes = left.length * 4;
        ByteBuffer wav = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes()).putInt(36 + bytes).put("WAVEfmt ".getBytes()).putInt(16);
        wav.putShort((short) 1)
                .putShort((short) 2)
                .putInt(RATE)
                .putInt(RATE * 4)
                .putShort((short) 4)
                .putShort((short) 16);
        wav.put("data".getBytes()).putInt(bytes);
        for (int i = 0; i < left.length; i++) {
            wav.putShort((short) Math.round(left[i] * 32767));
            wav.putShort((short) Math.round(right[i] * 32767));
        }
        Files.write(file, wav.array());
    }
}
