import static java.lang.StrictMath.PI;
import static java.lang.StrictMath.exp;
import static java.lang.StrictMath.pow;
import static java.lang.StrictMath.sin;

import java.util.Random;

/**
 * The players. Each method renders one note or one stroke as mono samples around ±1; nothing here is sampled from a
 * recording. StrictMath keeps the result the same on every machine.
 */
final class Instruments {

    static final int RATE = 44_100;
    private static final double TURN = 2 * PI;

    private final Random random;

    Instruments(long seed) {
        random = new Random(seed);
    }

    /** A plucked string after Karplus and Strong: a burst of noise running round a damped delay line. */
    float[] pluck(double frequency, double seconds, double velocity, double brightness, double ring) {
        double period = RATE / frequency;
        double blend = clamp(0.5 - 0.42 * brightness, 0.04, 0.5);
        double feedback = pow(10, -3 * period / (RATE * ring));
        // The damping filter delays by about `blend` samples; an allpass makes up the fraction, so the string is in
        // tune.
        double wanted = period - blend;
        int length = (int) (wanted - 0.3);
        double fraction = wanted - length;
        double allpass = (1 - fraction) / (1 + fraction);

        double[] string = excite(length, velocity, brightness);
        float[] out = new float[samples(seconds + 0.16)];
        double lastIn = 0;
        double lastDamped = 0;
        double lastOut = 0;
        for (int i = 0, at = 0; i < out.length; i++) {
            double now = string[at];
            double damped = feedback * ((1 - blend) * now + blend * lastIn);
            lastIn = now;
            double tuned = allpass * damped + lastDamped - allpass * lastOut;
            lastDamped = damped;
            lastOut = tuned;
            string[at] = tuned;
            at = at + 1 == length ? 0 : at + 1;
            out[i] = (float) (now * velocity);
        }
        return release(out, seconds, 0.0008);
    }

    private double[] excite(int length, double velocity, double brightness) {
        double[] noise = new double[length];
        double smooth = clamp(0.08 + 0.75 * brightness * (0.35 + 0.65 * velocity), 0.05, 0.95);
        double low = 0;
        for (int pass = 0; pass < 2; pass++) {
            for (int i = 0; i < length; i++) {
                double fresh = pass == 0 ? random.nextDouble() * 2 - 1 : noise[i];
                low += smooth * (fresh - low);
                noise[i] = low;
            }
        }
        // The finger leaves the string at about a fifth of its length, which thins every fifth overtone.
        double[] picked = new double[length];
        int finger = Math.max(1, length / 5);
        double mean = 0;
        for (int i = 0; i < length; i++) {
            picked[i] = noise[i] - 0.8 * noise[(i + length - finger) % length];
            mean += picked[i] / length;
        }
        double power = 0;
        for (int i = 0; i < length; i++) {
            picked[i] -= mean;
            power += picked[i] * picked[i] / length;
        }
        double level = 0.35 / StrictMath.sqrt(power + 1e-12);
        for (int i = 0; i < length; i++) {
            picked[i] *= level;
        }
        return picked;
    }

    /** A nylon-string guitar: a soft pluck heard through the resonances of a wooden box. */
    float[] nylon(double frequency, double seconds, double velocity) {
        double ring = clamp(5.5 * pow(196 / frequency, 0.45), 1.6, 7);
        float[] note = pluck(frequency, seconds, velocity, clamp(0.5 + frequency / 2400, 0, 0.85), ring);
        Filter.peak(104, 1.2, 3.5).run(note);
        Filter.peak(212, 1.4, 2.5).run(note);
        Filter.peak(420, 1.6, 1.5).run(note);
        Filter.lowpass(5200, 0.7).run(note);
        return note;
    }

    /** An upright bass: a dark pluck with its fundamental underlined. */
    float[] upright(double frequency, double seconds, double velocity) {
        float[] note = pluck(frequency, seconds, velocity, 0.42, 3.2);
        for (int i = 0; i < note.length; i++) {
            double t = i / (double) RATE;
            double held = t < seconds ? 1 : exp(-(t - seconds) * 40);
            double body = exp(-t * 1.7) * (1 - exp(-t * 140)) * held;
            note[i] += (float)
                    (velocity * body * (0.55 * sin(TURN * frequency * t) + 0.12 * sin(2 * TURN * frequency * t)));
        }
        Filter.lowpass(2300, 0.7).run(note);
        return note;
    }

    /** An electric piano by frequency modulation: a round tone and a bell-like tine that dies at once. */
    float[] electricPiano(double frequency, double seconds, double velocity) {
        float[] out = new float[samples(seconds + 0.2)];
        double decay = 0.42 + frequency / 900;
        double tineRatio = frequency > 600 ? 7 : 14;
        double trembleAt = random.nextDouble();
        for (int i = 0; i < out.length; i++) {
            double t = i / (double) RATE;
            double turn = TURN * frequency * t;
            double round = sin(turn + (0.12 + 1.1 * velocity * exp(-t * 2.6)) * sin(turn));
            double tine = sin(turn * 1.0007 + 0.5 * velocity * exp(-t * 16) * sin(turn * tineRatio));
            double tremble = 1 - 0.07 * (1 + sin(TURN * (4.6 * t + trembleAt)));
            out[i] = (float) (velocity * tremble * exp(-t * decay) * (0.62 * round + 0.25 * tine));
        }
        return release(out, seconds, 0.0025);
    }

    /** A vibraphone with its motor running. */
    float[] vibraphone(double frequency, double seconds, double velocity) {
        float[] out = new float[samples(seconds + 0.35)];
        for (int i = 0; i < out.length; i++) {
            double t = i / (double) RATE;
            double turn = TURN * frequency * t;
            double motor = 1 - 0.14 * (1 - StrictMath.cos(TURN * 5.1 * t));
            double bar = exp(-t * (0.9 + frequency / 1500)) * sin(turn)
                    + 0.22 * velocity * exp(-t * 7) * sin(4 * turn)
                    + 0.07 * velocity * exp(-t * 26) * sin(9.9 * turn);
            out[i] = (float) (0.8 * velocity * motor * bar);
        }
        return release(out, seconds, 0.0015);
    }

    /** A small glass bell. */
    float[] bell(double frequency, double seconds, double velocity) {
        float[] out = new float[samples(seconds + 0.3)];
        for (int i = 0; i < out.length; i++) {
            double t = i / (double) RATE;
            double turn = TURN * frequency * t;
            double glass = sin(turn + 1.1 * velocity * exp(-t * 4.5) * sin(3.003 * turn));
            out[i] = (float) (0.7 * velocity * exp(-t * 1.9) * (glass + 0.3 * sin(turn * 1.003)));
        }
        return release(out, seconds, 0.004);
    }

    /** A breathy wooden flute whose vibrato arrives late. */
    float[] flute(double frequency, double seconds, double velocity) {
        float[] breath = new float[samples(seconds + 0.22)];
        for (int i = 0; i < breath.length; i++) {
            breath[i] = (float) (random.nextDouble() * 2 - 1);
        }
        Filter.bandpass(frequency * 2, 2.5).run(breath);
        float[] out = new float[breath.length];
        double turn = random.nextDouble() * TURN;
        for (int i = 0; i < out.length; i++) {
            double t = i / (double) RATE;
            double late = clamp((t - 0.22) / 0.5, 0, 1);
            double sway = sin(TURN * 4.9 * t);
            double scoop = 1 - 0.012 * exp(-t * 26);
            turn += TURN * frequency * scoop * (1 + 0.0042 * late * sway) / RATE;
            double swell = (1 - exp(-t * 26)) * (0.86 + 0.1 * late * sway + 0.08 * exp(-t * 5));
            double tone =
                    sin(turn) + 0.3 * velocity * sin(2 * turn) + 0.13 * velocity * sin(3 * turn) + 0.03 * sin(4 * turn);
            out[i] = (float) (velocity * swell * (0.62 * tone + 0.085 * breath[i]));
        }
        return release(out, seconds, 0.006, 18);
    }

    /** One side of a pad: three saws a few cents apart behind a filter that opens and closes. */
    float[] pad(double frequency, double seconds, double velocity) {
        double fadeIn = Math.min(2.4, seconds * 0.35);
        double fadeOut = 2.6;
        float[] out = new float[samples(seconds + fadeOut)];
        double[] phase = {random.nextDouble(), random.nextDouble(), random.nextDouble()};
        double[] step = {frequency * 0.9966 / RATE, frequency * 1.0004 / RATE, frequency * 1.0031 / RATE};
        double driftAt = random.nextDouble();
        double low = 0;
        double band = 0;
        for (int i = 0; i < out.length; i++) {
            double t = i / (double) RATE;
            double saw = 0;
            for (int voice = 0; voice < 3; voice++) {
                saw += saw(phase[voice], step[voice]) / 3;
                phase[voice] = (phase[voice] + step[voice]) % 1;
            }
            double arc = sin(PI * clamp(t / (seconds + fadeOut), 0, 1));
            double cutoff = 260 + 1150 * arc * arc * velocity + 120 * sin(TURN * (0.13 * t + driftAt));
            double f = 2 * sin(PI * cutoff / RATE);
            low += f * band;
            band += f * (saw - low - 1.2 * band);
            double rise = sin(PI / 2 * clamp(t / fadeIn, 0, 1));
            double fall = sin(PI / 2 * clamp((seconds + fadeOut - t) / fadeOut, 0, 1));
            out[i] = (float) (velocity * rise * fall * low);
        }
        return out;
    }

    private static double saw(double phase, double step) {
        double naive = 2 * phase - 1;
        if (phase < step) {
            double x = phase / step;
            return naive - (x + x - x * x - 1);
        }
        if (phase > 1 - step) {
            double x = (phase - 1) / step;
            return naive - (x * x + x + x + 1);
        }
        return naive;
    }

    /** A deep, slow bass with just enough overtones for small loudspeakers. */
    float[] sub(double frequency, double seconds, double velocity) {
        float[] out = new float[samples(seconds + 0.6)];
        for (int i = 0; i < out.length; i++) {
            double t = i / (double) RATE;
            double turn = TURN * frequency * t;
            double swell = (1 - exp(-t * 9)) * (0.55 + 0.45 * exp(-t * 0.8));
            out[i] = (float) (velocity * swell * (0.7 * sin(turn) + 0.2 * sin(2 * turn) + 0.07 * sin(3 * turn)));
        }
        return release(out, seconds, 0.01, 6);
    }

    float[] kick(double velocity) {
        float[] out = new float[samples(0.4)];
        double turn = 0;
        for (int i = 0; i < out.length; i++) {
            double t = i / (double) RATE;
            turn += TURN * (47 + 60 * exp(-t * 45)) / RATE;
            out[i] = (float) (velocity * exp(-t * 13) * (1 - exp(-t * 900)) * sin(turn));
        }
        return out;
    }

    /** A brush dropped on the snare. */
    float[] brushTap(double velocity) {
        float[] out = noise(0.3, 0.002, 17);
        Filter.bandpass(1900, 0.5).run(out);
        for (int i = 0; i < out.length; i++) {
            double t = i / (double) RATE;
            out[i] = (float) (velocity * (out[i] + 0.14 * exp(-t * 30) * sin(TURN * 186 * t)));
        }
        return out;
    }

    /** A brush drawn in a circle over the snare. */
    float[] brushStir(double seconds, double velocity) {
        float[] out = noise(seconds, 0, 0);
        Filter.bandpass(3100, 0.6).run(out);
        for (int i = 0; i < out.length; i++) {
            double arc = sin(PI * i / out.length);
            out[i] *= (float) (velocity * arc * arc);
        }
        return out;
    }

    float[] hat(double velocity) {
        float[] out = noise(0.12, 0.0005, 55);
        Filter.highpass(7000, 0.8).run(out);
        return scale(out, velocity);
    }

    float[] shaker(double velocity) {
        float[] out = noise(0.12, 0.022, 48);
        Filter.bandpass(6200, 0.9).run(out);
        return scale(out, velocity);
    }

    /** A stick across the rim. */
    float[] rim(double velocity) {
        float[] out = noise(0.12, 0.0003, 120);
        for (int i = 0; i < out.length; i++) {
            double t = i / (double) RATE;
            out[i] = (float) (velocity
                    * (0.2 * out[i] + exp(-t * 75) * (0.6 * sin(TURN * 830 * t) + 0.3 * sin(TURN * 1710 * t))));
        }
        return out;
    }

    private float[] noise(double seconds, double attack, double decay) {
        float[] out = new float[samples(seconds)];
        for (int i = 0; i < out.length; i++) {
            double t = i / (double) RATE;
            double rise = attack > 0 ? clamp(t / attack, 0, 1) : 1;
            out[i] = (float) (rise * exp(-t * decay) * (random.nextDouble() * 2 - 1));
        }
        return out;
    }

    private static float[] release(float[] note, double seconds, double attack) {
        return release(note, seconds, attack, 28);
    }

    /** Opens the note without a click and lets it go after its written length. */
    private static float[] release(float[] note, double seconds, double attack, double speed) {
        int held = samples(seconds);
        int rise = Math.max(1, samples(attack));
        for (int i = 0; i < rise && i < note.length; i++) {
            note[i] *= (float) i / rise;
        }
        for (int i = held; i < note.length; i++) {
            double left = (note.length - i) / (double) (note.length - held);
            note[i] *= (float) (exp(-(i - held) * speed / RATE) * Math.min(1, left * 3));
        }
        return note;
    }

    private static float[] scale(float[] samples, double gain) {
        for (int i = 0; i < samples.length; i++) {
            samples[i] *= (float) gain;
        }
        return samples;
    }

    static int samples(double seconds) {
        return (int) (seconds * RATE);
    }

    static double clamp(double value, double low, double high) {
        return Math.max(low, Math.min(high, value));
    }
}
