import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes the demo pieces as WAV files and their covers as JPEG files into a folder. */
final class Compose {

    private static final double LOUDNESS = -16;

    private final Path folder;

    private Compose(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Compose compose = new Compose(folder);
        compose.twoRooms();
        compose.lastTram();
        compose.slowSatellites();
        compose.cancaoDeQuintal();
        compose.patioVazio();
        Covers.draw(folder);
    }

    /**
     * A conversation through a wall: a guitar on the left, an electric piano on the right, each in a room of its own.
     * One calls, the other answers and meanwhile keeps the harmony going, so that neither side is ever silent.
     */
    private void twoRooms() throws IOException {
        Instruments band = new Instruments(11);
        Score score = new Score(73.4, 84, 0.56, 11);
        Score.Part guitar = score.part(band::nylon, 0.9, -1, 0.32);
        Score.Part piano = score.part(band::electricPiano, 0.42, 1, 0.3);

        Map<String, String> low = Map.ofEntries(
                Map.entry("F", "F2 C3 G3 A3 E4"),
                Map.entry("Dm", "D2 A2 F3 C4 E4"),
                Map.entry("Bb", "Bb2 F3 A3 D4 C4"),
                Map.entry("Csus", "C3 G3 Bb3 D4 F4"),
                Map.entry("Am", "A2 E3 G3 C4 E4"),
                Map.entry("Gm", "G2 D3 F3 Bb3 A3"),
                Map.entry("C13", "C3 G3 Bb3 E4 D4"),
                Map.entry("Bbm", "Bb2 F3 G3 Db4 Bb3"),
                Map.entry("D7", "D3 A3 C4 F#4 Eb4"),
                Map.entry("Db", "Db3 Ab3 C4 F4 Eb4"),
                Map.entry("Bbm9", "Bb2 F3 Ab3 Db4 C4"));
        Map<String, String> middle = Map.ofEntries(
                Map.entry("F", "E3 G3 A3 C4"),
                Map.entry("Dm", "F3 A3 C4 E4"),
                Map.entry("Bb", "D3 F3 A3 C4"),
                Map.entry("Csus", "F3 A3 Bb3 D4"),
                Map.entry("Am", "G3 B3 C4 E4"),
                Map.entry("Gm", "F3 A3 Bb3 D4"),
                Map.entry("C13", "E3 A3 Bb3 D4"),
                Map.entry("Bbm", "F3 G3 Bb3 Db4"),
                Map.entry("D7", "F#3 A3 C4 Eb4"),
                Map.entry("Db", "F3 Ab3 C4 Eb4"),
                Map.entry("Bbm9", "F3 Ab3 C4 Db4"));

        record Bar(String chord, String left, String right) {}
        String rest = "";
        List<Bar> bars = List.of(
                new Bar("F", "r/.5 C4/.5 E4/.5 G4/.5 A4/1.5 G4/.5", rest),
                new Bar("Dm", "F4/1 E4/.5 C4/.5 D4/2", rest),
                new Bar("Bb", rest, "r/.5 D5/.5 F5/.5 A5/.5 C6/1 A5/.5 F5/.5"),
                new Bar("Csus", rest, "G5/1.5 F5/.5 D5/.5 C5/1.5"),
                new Bar("Am", "r/.5 E4/.5 G4/.5 C5/.5 B4/1 G4/1", rest),
                new Bar("Dm", "A4/1.5 F4/.5 E4/1 C4/1", rest),
                new Bar("Gm", rest, "r/.5 D5/.5 F5/.5 Bb5/.5 A5/1 F5/1"),
                new Bar("C13", rest, "E5/.5 F5/.5 G5/.5 A5/.5 D5/2"),
                // The piano opens the second time round.
                new Bar("F", rest, "A5/1 G5/.5 E5/1 C5/.5 G5/1"),
                new Bar("Dm", rest, "F5/1.5 E5/.5 D5/1 A4/1"),
                new Bar("Bb", "r/.5 F4/.5 A4/.5 C5/.5 D5/1.5 C5/.5", rest),
                new Bar("Bbm", "Db5/1 C5/.5 Bb4/.5 G4/2", rest),
                new Bar("Am", rest, "r/.5 E5/.5 G5/.5 B5/.5 C6/1 B5/.5 G5/.5"),
                new Bar("D7", rest, "F#5/1 A5/.5 C6/.5 Eb6/1 D6/1"),
                new Bar("Gm", "Bb4/1 A4/.5 G4/.5 F4/1 D4/1", rest),
                new Bar("C13", "E4/.5 G4/.5 A4/.5 E4/.5 D4/2", rest),
                // They begin to interrupt each other,
                new Bar("Db", "Ab4/1 F4/.5 Eb4/.5 C5/2", rest),
                new Bar("Bbm9", rest, "r/.5 Db5/.5 F5/.5 Ab5/.5 C6/1 Ab5/1"),
                new Bar("Gm", "A4/1 F4/.5 D4/.5 Bb4/2", rest),
                new Bar("C13", rest, "r/.5 E5/.5 A5/.5 Bb5/.5 D6/1 C6/1"),
                // and end up speaking together.
                new Bar("F", "r/.5 C4/.5 E4/.5 G4/.5 A4/1.5 G4/.5", "r/2.5 C6/.5 G5/.5 E5/.5"),
                new Bar("Bbm", "F4/1 G4/.5 F4/.5 Db4/2", "Db6/1.5 C6/.5 Bb5/.5 G5/1.5"),
                new Bar("F", "C4/1 E4/1 G4/2", "A5/2 G5/1 E5/1"),
                new Bar("Bbm", "F4/1 G4/1 Db5/2", "r/1 Db5/1 G5/1 Bb5/1"));

        double at = 0;
        for (Bar bar : bars) {
            String[] bass = low.get(bar.chord).split(" ");
            if (bar.left.isEmpty()) {
                guitar.broken(at, low.get(bar.chord), "02314231", 0.5, 1.6, 0.56);
            } else {
                guitar.note(bass[0], at, 2.2, 0.62);
                guitar.note(bass[1], at + 2, 2, 0.5);
                guitar.line(at, bar.left, 0.9, 1.5);
            }
            if (bar.right.isEmpty()) {
                piano.chord(at, middle.get(bar.chord), 2.4, 0.5, 0.012);
                piano.chord(at + 2.5, middle.get(bar.chord), 1.5, 0.4, 0.006);
            } else {
                piano.chord(at, middle.get(bar.chord), 4, 0.28, 0.015);
                piano.line(at, bar.right, 0.82, 1.15);
            }
            at += 4;
        }
        guitar.chord(at, "F2 C3 E4 G4", 7, 0.75, 0.09);
        piano.chord(at + 0.5, "A4 D5 E5 B5", 7, 0.55, 0.11);
        guitar.line(at + 2.5, "C5/1 F3/1 G4/2", 0.6, 2);
        piano.line(at + 3.5, "D6/1 A5/2", 0.5, 2);

        score.mixer.twoRooms(1.1, 1.9, 0.35);
        score.mixer.master(folder.resolve("two-rooms.wav"), LOUDNESS, 1.3);
    }

    /** A twelve-bar blues in C minor, running for the last tram: vibraphone, electric piano, bass and brushes. */
    private void lastTram() throws IOException {
        Instruments band = new Instruments(23);
        Score score = new Score(50.6, 138, 0.64, 23);
        Score.Part vibes = score.part(band::vibraphone, 0.5, 0.3, 0.3);
        Score.Part piano = score.part(band::electricPiano, 0.3, -0.35, 0.2);
        Score.Part bass = score.part(band::upright, 0.62, 0, 0.05);

        String[] walk = {
            "C2/1 Eb2/1 G2/1 E2/1", "F2/1 G2/1 Ab2/1 B2/1", "C3/1 A2/1 G2/1 Eb2/1", "C2/1 E2/1 G2/1 Gb2/1",
            "F2/1 Ab2/1 C3/1 Eb3/1", "D3/1 C3/1 Ab2/1 F2/1", "G2/1 Eb2/1 C2/1 Eb2/1", "G2/1 C3/1 Bb2/1 A2/1",
            "Ab2/1 C3/1 Eb3/1 Ab2/1", "G2/1 B2/1 D3/1 Db3/1", "C3/1 G2/1 Eb2/1 C2/1", "D2/1 F2/1 G2/1 B1/1"
        };
        String[] comp = {
            "Eb3 A3 D4 G4", "Eb3 Ab3 C4 G4", "Eb3 A3 D4 G4", "E3 Bb3 Db4 Ab4",
            "Eb3 Ab3 C4 G4", "D3 Ab3 C4 F4", "Eb3 A3 D4 G4", "Eb3 A3 C4 G4",
            "Gb3 C4 Eb4 Bb4", "F3 B3 Eb4 Ab4", "Eb3 A3 D4 G4", "F3 B3 Eb4 Ab4"
        };
        String head = """
                r/.5 G4/.5 C5/.5 Eb5/.5 D5/1 C5/.5 A4/.5    r/.5 Ab4/.5 C5/.5 Eb5/.5 F5/1 Eb5/1
                r/.5 G4/.5 C5/.5 Eb5/.5 G5/1.5 F5/.5        E5/.5 Db5/.5 Bb4/.5 Ab4/.5 G4/1 r/1
                r/.5 Ab4/.5 C5/.5 Eb5/.5 D5/1 C5/.5 Ab4/.5  r/1 F4/.5 Ab4/.5 C5/2
                r/.5 G4/.5 A4/.5 C5/.5 Eb5/1 C5/1           A4/.5 G4/1.5 r/2
                r/.5 Eb5/.5 Gb5/.5 Ab5/.5 Gb5/.5 Eb5/.5 C5/1  B4/.5 Eb5/.5 F5/.5 Ab5/.5 G5/1 Eb5/1
                D5/.5 C5/1 A4/.5 G4/2                       r/1 F4/.5 Ab4/.5 B4/.5 D5/.5 r/1""";
        String solo = """
                Eb5/.5 D5/.5 C5/.5 A4/.5 G4/1 r/.5 C5/.5    Eb5/.5 F5/.5 Ab5/.5 G5/.5 F5/.5 Eb5/.5 C5/1
                r/1 G5/.5 F5/.5 Eb5/.5 C5/.5 A4/.5 C5/.5    Db5/.5 E5/.5 G5/.5 Bb5/.5 Ab5/1 Gb5/1
                F5/1 r/.5 C5/.5 Ab4/.5 C5/.5 Eb5/.5 F5/.5   Ab5/1.5 G5/.5 F5/1 r/1
                G5/.5 Eb5/.5 C5/.5 D5/.5 Eb5/.5 A4/.5 r/1   r/.5 A4/.5 C5/.5 D5/.5 Eb5/1 G5/1
                Gb5/.5 Eb5/.5 C5/.5 Ab4/.5 Gb5/1 Eb5/1      F5/.5 Eb5/.5 Db5/.5 B4/.5 Ab4/.5 B4/.5 Eb5/.5 F5/.5
                D5/.5 Eb5/.5 C5/1 r/2                       r/4""";

        int intro = 8;
        int end = intro + 96 + 4;
        for (int bar = 0; bar < 27; bar++) {
            double at = bar * 4;
            drumBar(band, score, at, bar < 2 ? 0.8 : 1);
            int step = bar < 2 ? 10 + bar : (bar - 2) % 12;
            bass.line(at, walk[step], 0.8, 0.95);
            if (bar >= 2) {
                boolean soloing = bar >= 14 && bar < 26;
                double soft = soloing ? 0.34 : 0.5;
                piano.chord(at + (bar % 2 == 0 ? 0 : 0.5), comp[step], 0.7, soft, 0.004);
                piano.chord(at + (bar % 3 == 0 ? 2.5 : 1.5), comp[step], soloing ? 0.4 : 1.1, soft, 0.004);
            }
        }
        vibes.line(intro, head, 0.8, 1.1);
        score.part(band::electricPiano, 0.36, -0.2, 0.25).line(intro + 48, solo, 0.85, 0.95);
        // Behind the solo the vibraphone lays down one long chord every four bars, and takes over at its end.
        vibes.chord(intro + 48 + 3.5, "Eb5 G5", 3, 0.4, 0.01);
        vibes.chord(intro + 64 + 3.5, "D5 Ab5", 3, 0.4, 0.01);
        vibes.chord(intro + 80 + 3.5, "B4 Ab5", 3, 0.4, 0.01);
        vibes.line(intro + 92, "r/.5 F4/.5 Ab4/.5 B4/.5 D5/.5 F5/.5 Ab5/1", 0.75, 1.1);
        vibes.line(intro + 96, "r/.5 G4/.5 C5/.5 Eb5/.5 D5/1 C5/.5 A4/.5", 0.85, 1.1);

        bass.note("C2", end, 4, 0.85);
        piano.chord(end, "Eb3 A3 D4 G4", 4, 0.55, 0.02);
        vibes.chord(end, "C5 G5 D6", 5, 0.6, 0.05);
        score.hit(band.kick(0.5), end, 0.6, 0, 0.1);
        score.hit(band.brushStir(2.2, 0.7), end, 0.35, -0.1, 0.3);

        score.mixer.room(1.2, 0.45);
        score.mixer.master(folder.resolve("last-tram.wav"), LOUDNESS, 1.2);
    }

    private static void drumBar(Instruments band, Score score, double at, double loud) {
        for (int beat = 0; beat < 4; beat++) {
            boolean back = beat % 2 == 1;
            score.hit(band.brushStir(0.46, loud * (back ? 0.5 : 0.7)), at + beat - 0.05, 0.3, -0.25, 0.1);
            score.hit(band.kick(0.22 * loud), at + beat, 0.6, 0, 0.02);
            if (back) {
                score.hit(band.brushTap(0.75 * loud), at + beat, 0.5, -0.1, 0.2);
                score.hit(band.hat(0.5 * loud), at + beat, 0.24, 0.4, 0.1);
            } else {
                score.hit(band.brushTap(0.25 * loud), at + beat, 0.4, -0.15, 0.15);
            }
            if (beat == 1 || beat == 3) {
                score.hit(band.brushTap(0.3 * loud), at + beat + 0.5, 0.4, -0.05, 0.15);
            }
        }
    }

    /** Slow chords, one for eight seconds, with bells going round in threes against the beat. */
    private void slowSatellites() throws IOException {
        Instruments band = new Instruments(37);
        Score score = new Score(54, 57, 0.5, 37);
        Score.Part padLeft = score.part(band::pad, 0.34, -0.8, 0.4);
        Score.Part padRight = score.part(band::pad, 0.34, 0.8, 0.4);
        Score.Part sub = score.part(band::sub, 0.36, 0, 0.05);
        Score.Part lead = score.part(band::flute, 0.25, -0.1, 0.7);

        String[] pads = {"F#3 A3 C#4 E4", "F#3 A3 D4 E4", "F#3 A3 B3 D4", "G3 B3 D4 F#4", "F3 A3 D4 E4", "F#3 A3 C#4 E4"
        };
        String[] roots = {"D2", "B1", "G1", "A1", "Bb1", "D2"};
        String[] bells = {
            "D5 A5 E5 C#6 F#5",
            "B4 F#5 E5 D6 A5",
            "B4 F#5 D5 A5 C#6",
            "B4 G5 D5 E6 F#5",
            "D5 A5 F5 E6 C6",
            "D5 A5 E5 C#6 F#5"
        };
        String[] tune = {
            "r/8", "r/2 F#5/3 E5/1 D5/2", "B4/3 D5/1 C#5/4", "r/1 D5/2 E5/1 G5/2 F#5/2", "E5/4 D5/2 C5/2", "C#5/4 A4/4"
        };
        for (int i = 0; i < pads.length; i++) {
            double at = i * 8;
            double length = i == pads.length - 1 ? 7.2 : 6.6;
            double swell = i == 0 ? 0.7 : i == 4 ? 1 : 0.85;
            padLeft.chord(at, pads[i], length, swell, 0);
            padRight.chord(at, pads[i], length, swell, 0);
            sub.note(roots[i], at, i == 5 ? 5.5 : 6.6, i == 0 ? 0.6 : 0.85);
            lead.line(at, tune[i], 0.75, 1.02);

            String[] ring = bells[i].split(" ");
            for (int step = 0; step < (i == 5 ? 8 : 11); step++) {
                if (i == 0 && step < 3) {
                    continue;
                }
                double when = at + step * 0.75;
                double pan = StrictMath.sin(when * 0.9) * 0.7;
                double loud = 0.55 + 0.12 * StrictMath.sin(when * 0.5) + (step % 5 == 0 ? 0.12 : 0);
                echo(score, band, ring[step * 2 % 5], when, pan, loud);
            }
            for (int beat = 0; beat < 8 && i > 0 && i < 5; beat++) {
                score.hit(band.kick(beat % 4 == 0 ? 0.55 : beat % 4 == 3 ? 0.28 : 0), at + beat, 0.55, 0, 0.15);
                score.hit(band.shaker(0.4), at + beat + 0.5, 0.3, beat % 2 == 0 ? -0.5 : 0.5, 0.6);
            }
        }
        echo(score, band, "D6", 49, 0.3, 0.5);
        score.mixer.room(4.2, 0.3);
        score.mixer.master(folder.resolve("slow-satellites.wav"), LOUDNESS, 4);
    }

    private static void echo(Score score, Instruments band, String note, double at, double pan, double loud) {
        for (int bounce = 0; bounce < 3; bounce++) {
            double side = bounce % 2 == 0 ? pan : -pan;
            double gain = 0.42 * StrictMath.pow(0.45, bounce);
            score.part(band::bell, gain, side, 0.6).note(note, at + bounce * 0.5, 2.2, loud);
        }
    }

    /** A little bossa for the back yard: guitar, flute, bass, shaker and a stick on the rim. */
    private void cancaoDeQuintal() throws IOException {
        Instruments band = new Instruments(41);
        Score score = new Score(54.6, 128, 0.5, 41);
        Score.Part guitar = score.part(band::nylon, 0.5, -0.3, 0.16);
        Score.Part bass = score.part(band::upright, 0.5, 0, 0.04);
        Score.Part flute = score.part(band::flute, 0.36, 0.2, 0.34);
        Score.Part second = score.part(band::vibraphone, 0.2, 0.5, 0.4);

        record Chord(String low, String fifth, String high) {}
        Chord g = new Chord("G2", "D2", "F#3 B3 D4 A4");
        Chord am = new Chord("A2", "E2", "G3 B3 C4 E4");
        Chord d13 = new Chord("D2", "A2", "F#3 B3 C4 E4");
        Chord fs = new Chord("F#2", "C3", "E3 A3 C4 E4");
        Chord b7 = new Chord("B2", "F#2", "D#3 A3 C4 F#4");
        Chord em = new Chord("E2", "B2", "G3 B3 D4 F#4");
        Chord a13 = new Chord("A2", "E2", "G3 B3 C#4 F#4");
        Chord c = new Chord("C3", "G2", "E3 B3 D4 G4");
        Chord cm = new Chord("C3", "G2", "Eb3 A3 C4 G4");
        Chord bm = new Chord("B2", "F#2", "F#3 A3 D4 F#4");
        Chord dim = new Chord("Bb2", "E2", "G3 Bb3 C#4 E4");
        List<Chord> changes = List.of(
                g, g, am, d13, g, g, fs, b7, em, a13, am, d13, c, cm, bm, dim, am, d13, am, d13, g, g, fs, b7, em, cm,
                g, g);
        String verse = """
                r/1.5 B4/.5 D5/1 F#5/1  A5/2.5 G5/.5 F#5/1  E5/1.5 C5/.5 A4/2  r/.5 C5/.5 D#5/1 F#5/1 A5/1
                G5/1.5 F#5/.5 E5/1 B4/1""";
        String verseEnd = "r/.5 C#5/.5 E5/1 F#5/2  E5/1.5 D5/.5 C5/1 B4/1  A4/1 B4/1 E5/2";
        String bridge = """
                r/1 D5/.5 E5/.5 G5/1 B5/1  A5/1.5 G5/.5 Eb5/2  r/1 D5/.5 E5/.5 F#5/1 A5/1  G5/1.5 E5/.5 C#5/2
                r/1 C5/.5 D5/.5 E5/1 G5/1  F#5/1.5 E5/.5 B4/2  r/.5 E5/.5 D5/.5 C5/.5 B4/1 G4/1  A4/2 C5/1 A4/1""";
        String close = "r/.5 Eb5/.5 G5/1 A5/2  B5/2 A5/1 F#5/1  D5/4";

        for (int bar = 0; bar < changes.size(); bar++) {
            double at = bar * 4;
            Chord chord = changes.get(bar);
            boolean last = bar == changes.size() - 1;
            if (last) {
                guitar.chord(at, "G2 D3 F#3 B3 E4 A4", 6, 0.7, 0.05);
                bass.note("G2", at, 4, 0.7);
                second.chord(at + 0.5, "D5 A5 B5", 5, 0.5, 0.12);
                continue;
            }
            // Thumb on one and three; the fingers play the long-short figure that goes over two bars.
            bass.line(
                    at,
                    chord.low + "/1.5 " + chord.low + "/.5 " + chord.fifth + "/1.5 " + chord.fifth + "/.5",
                    0.6,
                    0.9);
            guitar.note(chord.low, at, 1.8, 0.5);
            guitar.note(chord.fifth, at + 2, 1.8, 0.45);
            double[] strokes = bar % 2 == 0 ? new double[] {0, 1.5, 3} : new double[] {1, 2.5};
            for (double stroke : strokes) {
                guitar.chord(at + stroke, chord.high, 1.1, 0.6, 0.005);
            }
            for (int eighth = 0; eighth < 8; eighth++) {
                double accent = eighth % 4 == 0 ? 0.8 : eighth % 2 == 0 ? 0.5 : 0.62;
                score.hit(band.shaker(accent), at + eighth * 0.5, 0.2, 0.45, 0.1);
            }
            if (bar >= 4) {
                for (double stroke : strokes) {
                    score.hit(band.rim(0.5), at + stroke, 0.17, -0.5, 0.25);
                }
                score.hit(band.kick(0.4), at, 0.5, 0, 0.02);
                score.hit(band.kick(0.3), at + 2, 0.5, 0, 0.02);
            }
        }
        flute.line(16, verse + " " + verseEnd, 0.72, 0.98);
        flute.line(48, bridge, 0.8, 0.98);
        flute.line(80, verse + " " + close, 0.76, 0.98);
        // The second time the vibraphone goes along a third or a sixth below.
        second.line(80, """
                r/1.5 G4/.5 B4/1 D5/1  F#5/2.5 E5/.5 D5/1  C5/1.5 A4/.5 E4/2  r/.5 A4/.5 B4/1 D#5/1 F#5/1
                E5/1.5 D5/.5 B4/1 G4/1  r/.5 C5/.5 Eb5/1 Eb5/2  D5/2 F#5/1 D5/1""", 0.65, 1.2);
        score.mixer.room(1.3, 0.4);
        score.mixer.master(folder.resolve("cancao-de-quintal.wav"), LOUDNESS, 1.5);
    }

    /** An empty courtyard: a waltz for one guitar. */
    private void patioVazio() throws IOException {
        Instruments band = new Instruments(53);
        Score score = new Score(30.4, 76, 0.5, 53);
        Score.Part guitar = score.part(band::nylon, 0.6, 0, 0.16);

        String[] chords = {
            "A2 E3 B3 C4", "G2 E3 A3 C4", "F2 C3 A3 C4", "E2 B2 G#3 D4",
            "D3 A3 C4 E4", "G2 D3 F3 B3", "C3 G3 B3 E4", "F2 C3 A3 E4",
            "B2 F3 A3 D4", "E2 D3 G#3 F4", "A2 E3 G3 C4"
        };
        String tune = """
                r/1 E5/1.5 D5/.5  C5/2 B4/1  A4/1 C5/1 E5/1  D5/1.5 B4/.5 G#4/1
                r/1 A4/1 F5/1  E5/1.5 D5/.5 B4/1  r/.5 G4/.5 B4/1 D5/1  C5/2 A4/1
                r/1 D5/1 F5/1  E5/1 D5/.5 B4/.5 G#4/1  B4/1 C5/1 E5/1""";
        for (int bar = 0; bar < chords.length; bar++) {
            guitar.broken(bar * 3, chords[bar], bar % 2 == 0 ? "0.1232" : "0.21.2", 0.5, 2, 0.5);
        }
        guitar.line(0, tune, 0.8, 1.4);
        guitar.chord(33, "A2 E3 B3 C4 E4 A4", 7, 0.62, 0.09);

        score.mixer.room(1.5, 0.5);
        // One microphone in the night air: the same on both sides, little treble; it keeps the lossless file small.
        score.mixer.mono();
        score.mixer.soften(4800);
        score.mixer.master(folder.resolve("patio-vazio.wav"), LOUDNESS - 1, 1.8);
    }
}
