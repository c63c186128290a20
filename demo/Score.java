import static java.lang.StrictMath.pow;

import java.util.Random;

/**
 * A sheet of music over a mixer. Time is counted in beats from 0; a line is written as note/beats, for instance
 * "r/.5 C4/.5 E4/1", where r is a rest. The players are human: a little late or early, a little louder or softer.
 */
final class Score {

    /** Renders one note. */
    @FunctionalInterface
    interface Player {
        float[] play(double frequency, double seconds, double velocity);
    }

    final Mixer mixer;
    private final double beat;
    private final double swing;
    private final Random random;

    /** A swing of .5 is straight; .66 is a triplet lilt. */
    Score(double seconds, double tempo, double swing, long seed) {
        mixer = new Mixer(seconds);
        beat = 60 / tempo;
        this.swing = swing;
        random = new Random(seed);
    }

    double seconds(double beats) {
        double whole = StrictMath.floor(beats);
        double part = beats - whole;
        double swung = part < 0.5 ? part * 2 * swing : swing + (part - 0.5) * 2 * (1 - swing);
        return (whole + swung) * beat;
    }

    /** A chair in the band: who plays, how loud, where they sit, how much of the room is heard. */
    Part part(Player player, double gain, double pan, double send) {
        return new Part(player, gain, pan, send);
    }

    void hit(float[] sound, double at, double gain, double pan, double send) {
        mixer.add(sound, Math.max(0, seconds(at) + random.nextGaussian() * 0.003), gain, pan, send);
    }

    final class Part {
        private final Player player;
        private final double gain;
        private final double pan;
        private final double send;

        private Part(Player player, double gain, double pan, double send) {
            this.player = player;
            this.gain = gain;
            this.pan = pan;
            this.send = send;
        }

        /** Plays one note after another; longer than 1, legato lets them ring into each other. */
        void line(double at, String notes, double velocity, double legato) {
            double now = at;
            for (String word : notes.trim().split("\\s+")) {
                String[] halves = word.split("/");
                double length = Double.parseDouble(halves[1]);
                if (!halves[0].equals("r")) {
                    boolean onBeat = now == StrictMath.rint(now);
                    note(halves[0], now, length * legato, velocity * (onBeat ? 1 : 0.9));
                }
                now += length;
            }
        }

        /** Plays the notes together, rolled from the bottom by some seconds a note. */
        void chord(double at, String notes, double length, double velocity, double roll) {
            double late = 0;
            for (String note : notes.trim().split("\\s+")) {
                sound(note, seconds(at) + late, length, velocity);
                late += roll;
            }
        }

        /** Breaks a chord into equal steps, in the order of the pattern's digits. */
        void broken(double at, String notes, String pattern, double step, double length, double velocity) {
            String[] chord = notes.trim().split("\\s+");
            for (int i = 0; i < pattern.length(); i++) {
                if (pattern.charAt(i) != '.') {
                    note(chord[pattern.charAt(i) - '0'], at + i * step, length, velocity * (i == 0 ? 1 : 0.88));
                }
            }
        }

        void note(String note, double at, double length, double velocity) {
            sound(note, seconds(at), length, velocity);
        }

        private void sound(String note, double seconds, double length, double velocity) {
            double touch = Instruments.clamp(velocity * (1 + random.nextGaussian() * 0.05), 0.05, 1);
            double when = Math.max(0, seconds + random.nextGaussian() * 0.005);
            mixer.add(player.play(frequency(note), length * beat, touch), when, gain, pan, send);
        }
    }

    static double frequency(String note) {
        int step = "C D EF G A B".indexOf(note.charAt(0));
        int octave = note.charAt(note.length() - 1) - '0';
        int bend = note.indexOf('#') > 0 ? 1 : note.indexOf('b') > 0 ? -1 : 0;
        return 440 * pow(2, (step + bend + 12 * (octave - 4) - 9) / 12.0);
    }
}
