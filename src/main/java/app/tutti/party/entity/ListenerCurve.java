package app.tutti.party.entity;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many listened over a party's time, as a drawing of {@link #WIDTH} by {@link #HEIGHT}: a line that stays until the
 * number changes. However long the party was, it has no more corners than the drawing is wide.
 *
 * @param line for {@code <path d>}
 * @param most the top of the drawing stands for it; at least 1
 * @param mostAt when there were so many for the first time
 * @param atEnd how many were left
 */
public record ListenerCurve(String line, int most, OffsetDateTime mostAt, int atEnd) {
    public static final int WIDTH = 600;
    public static final int HEIGHT = 120;

    /** @param samples in the order of their times */
    public static ListenerCurve of(List<ListenerSample> samples, OffsetDateTime began, OffsetDateTime ended) {
        long millis = Math.max(1, Duration.between(began, ended).toMillis());
        int[] heights = new int[WIDTH + 1];
        int before = 0;
        int column = 0;
        for (ListenerSample sample : samples) {
            int at = column(Duration.between(began, sample.at()).toMillis(), millis);
            while (column < at) {
                heights[++column] = before;
            }
            // Who came and went within a column is seen all the same.
            heights[at] = Math.max(heights[at], sample.listeners());
            before = sample.listeners();
        }
        while (column < WIDTH) {
            heights[++column] = before;
        }
        int most = Math.max(1, IntStream.of(heights).max().orElse(0));
        OffsetDateTime mostAt = samples.stream()
                .filter(sample -> sample.listeners() == most)
                .map(ListenerSample::at)
                .findFirst()
                .orElse(began);
        return new ListenerCurve(line(heights, most), most, PastParty.atHome(mostAt), before);
    }

    public int width() {
        return WIDTH;
    }

    public int height() {
        return HEIGHT;
    }

    private static int column(long at, long millis) {
        return (int) Math.clamp(at * WIDTH / millis, 0, WIDTH);
    }

    private static String line(int[] heights, int most) {
        StringBuilder line = new StringBuilder("M0 ").append(y(heights[0], most));
        for (int x = 1; x <= WIDTH; x++) {
            if (heights[x] != heights[x - 1]) {
                line.append('H').append(x).append('V').append(y(heights[x], most));
            }
        }
        return line.append('H').append(WIDTH).toString();
    }

    private static int y(int listeners, int most) {
        return HEIGHT - HEIGHT * listeners / most;
    }
}
