package app.tutti.stories;

import app.tutti.catalog.Tone;
import java.util.Map;

/**
 * What is heard at an audio element, measured on the audio itself: half a second of both channels, taken where the
 * loudspeaker would be.
 *
 * @param left root mean square of the left channel, 0 to 1
 * @param right the same of the right channel
 * @param correlation of the channels: 1 for the same in both, near 0 for different music
 * @param hertz of a tone in the left channel
 */
record Ears(double left, double right, double correlation, double hertz) {
    private static final String LISTEN = """
            const [selector, done] = arguments;
            const element = document.querySelector(selector);
            if (!element || !element.srcObject) { done(null); return; }
            window.ears ??= new Map();
            let ears = window.ears.get(element.srcObject);
            if (!ears) {
              const context = new AudioContext();
              const splitter = context.createChannelSplitter(2);
              context.createMediaStreamSource(element.srcObject).connect(splitter);
              const analysers = [0, 1].map((channel) => {
                const analyser = context.createAnalyser();
                analyser.fftSize = 32768;
                splitter.connect(analyser, channel);
                return analyser;
              });
              ears = { context, analysers };
              window.ears.set(element.srcObject, ears);
            }
            ears.context.resume();
            setTimeout(() => {
              const [left, right] = ears.analysers.map((analyser) => {
                const samples = new Float32Array(analyser.fftSize);
                analyser.getFloatTimeDomainData(samples);
                return samples.subarray(samples.length - 24000);
              });
              const dot = (a, b) => a.reduce((sum, sample, index) => sum + sample * b[index], 0);
              const rms = (a) => Math.sqrt(dot(a, a) / a.length);
              const correlation = dot(left, right) / (Math.sqrt(dot(left, left) * dot(right, right)) || 1);
              const upwards = left.filter((sample, index) => index > 0 && left[index - 1] < 0 && sample >= 0).length;
              const hertz = (upwards * ears.context.sampleRate) / left.length;
              done({ left: rms(left), right: rms(right), correlation, hertz });
            }, 600);
            """;

    static Ears at(Browser browser, String audioElement) {
        Object heard = browser.script(LISTEN, audioElement);
        if (!(heard instanceof Map<?, ?> numbers)) {
            return new Ears(0, 0, 0, 0);
        }
        return new Ears(
                number(numbers.get("left")),
                number(numbers.get("right")),
                number(numbers.get("correlation")),
                number(numbers.get("hertz")));
    }

    boolean hearBothSides() {
        return left > 0.003 && right > 0.003;
    }

    boolean hearStereo() {
        return hearBothSides() && Math.abs(correlation) < 0.5;
    }

    boolean hearNothing() {
        return left < 0.0005 && right < 0.0005;
    }

    boolean hear(Tone tone) {
        return hearBothSides() && Math.abs(hertz - tone.hertz()) < 0.02 * tone.hertz();
    }

    /** Below full scale, which is 0. */
    double decibels() {
        return 10 * Math.log10((left * left + right * right) / 2);
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }
}
