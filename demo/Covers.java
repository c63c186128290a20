import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** The sleeves: one drawing for each release. */
final class Covers {

    private static final int SIZE = 800;

    private final BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
    private final Graphics2D g = image.createGraphics();

    private Covers() {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    static void draw(Path folder) throws IOException {
        System.setProperty("java.awt.headless", "true");
        Covers closing = new Covers();
        closing.afterClosing();
        closing.save(folder.resolve("after-closing.jpg"));
        Covers satellites = new Covers();
        satellites.slowSatellites();
        satellites.save(folder.resolve("slow-satellites.jpg"));
        Covers quintal = new Covers();
        quintal.quintal();
        quintal.save(folder.resolve("quintal.jpg"));
    }

    /** Two lit windows in a dark front, one amber and one blue, and their light on a wet street. */
    private void afterClosing() {
        g.setPaint(new GradientPaint(0, 0, new Color(0x0f1230), 0, 560, new Color(0x2a1b47)));
        g.fillRect(0, 0, SIZE, SIZE);
        // A record for a moon.
        glow(560, 150, 330, new Color(0xff, 0x8f, 0x6b, 90));
        g.setColor(new Color(0xf2705c));
        disc(560, 168, 128);
        g.setStroke(new BasicStroke(2.2f));
        for (int r = 52; r < 124; r += 9) {
            g.setColor(new Color(0x2a, 0x14, 0x3c, 60));
            g.draw(circle(560, 168, r));
        }
        g.setColor(new Color(0xffd9a8));
        disc(560, 168, 40);
        g.setColor(new Color(0x2a1b47));
        disc(560, 168, 7);

        g.setColor(new Color(0x0b0c1f));
        g.fillRect(0, 250, SIZE, 310);
        g.setColor(new Color(0x161534));
        g.fillRect(0, 250, SIZE, 14);
        window(70, 310, new Color(0xffb347), new Color(0xff7a3d));
        window(440, 310, new Color(0x57d3d0), new Color(0x2b6fd6));
        // On the left an arch of strings, on the right a row of keys: who lives behind the glass.
        g.setStroke(new BasicStroke(3f));
        for (int i = 0; i < 6; i++) {
            g.setColor(new Color(0x3a1430));
            g.draw(new Arc2D.Double(90 + i * 22, 350 + i * 20, 250 - i * 44, 380 - i * 30, 0, 180, Arc2D.OPEN));
        }
        for (int i = 0; i < 7; i++) {
            g.setColor(i % 7 == 0 || i % 7 == 3 ? new Color(0x123a6b) : new Color(0x0f2a58));
            g.fill(new Rectangle2D.Double(462 + i * 36, i % 7 == 0 || i % 7 == 3 ? 470 : 420, 20, 140));
        }
        g.setPaint(new GradientPaint(0, 560, new Color(0x17132f), 0, 800, new Color(0x05060f)));
        g.fillRect(0, 560, SIZE, 240);
        Random random = new Random(5);
        reflection(random, 70, new Color(0xff9a45));
        reflection(random, 440, new Color(0x3fa9d8));
        for (int i = 0; i < 14; i++) {
            g.setColor(new Color(0xf2, 0x70, 0x5c, 30 + random.nextInt(40)));
            double width = 40 + random.nextDouble() * 90;
            g.fill(new Rectangle2D.Double(560 - width / 2 + random.nextGaussian() * 20, 575 + i * 16, width, 3));
        }
    }

    private void window(int x, int y, Color top, Color bottom) {
        glow(x + 145, y + 125, 270, new Color(top.getRed(), top.getGreen(), top.getBlue(), 70));
        g.setPaint(new GradientPaint(0, y, top, 0, y + 250, bottom));
        g.fillRect(x, y, 290, 250);
    }

    private void reflection(Random random, int x, Color color) {
        for (int i = 0; i < 24; i++) {
            double fade = 1 - i / 25.0;
            g.setColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), (int) (150 * fade * fade) + 8));
            double inset = random.nextDouble() * 60 - i * 2;
            g.fill(new Rectangle2D.Double(x + inset, 566 + i * 9.4, 290 - 2 * inset + random.nextGaussian() * 14, 4.5));
        }
    }

    /** A coral planet, its orbits, and three small things on their way round. */
    private void slowSatellites() {
        g.setPaint(new GradientPaint(0, 0, new Color(0x1b0b3a), SIZE, SIZE, new Color(0x052b3d)));
        g.fillRect(0, 0, SIZE, SIZE);
        glow(150, 720, 620, new Color(0x7a, 0x2f, 0x9e, 110));
        glow(700, 90, 460, new Color(0x1f, 0x9c, 0x96, 90));
        Random random = new Random(9);
        for (int i = 0; i < 130; i++) {
            g.setColor(new Color(255, 244, 224, 40 + random.nextInt(150)));
            disc(random.nextInt(SIZE), random.nextInt(SIZE), 0.7 + random.nextDouble() * 1.4);
        }
        AffineTransform upright = g.getTransform();
        g.rotate(-0.42, 400, 410);
        orbits(180, 180);
        g.setTransform(upright);
        glow(400, 410, 330, new Color(0xff, 0x6f, 0x61, 110));
        g.setPaint(new RadialGradientPaint(340f, 340f, 290f, new float[] {0, 0.55f, 1}, new Color[] {
            new Color(0xffd3a1), new Color(0xf4665c), new Color(0x5a1750)
        }));
        disc(400, 410, 168);
        Shape clip = g.getClip();
        g.setClip(circle(400, 410, 168));
        g.rotate(-0.42, 400, 410);
        int[] bands = {290, 338, 372, 436, 476, 520};
        for (int i = 0; i < bands.length; i++) {
            g.setColor(i % 2 == 0 ? new Color(255, 236, 200, 46) : new Color(70, 10, 70, 52));
            g.fill(new Rectangle2D.Double(180, bands[i], 440, 12 + i * 5));
        }
        g.setTransform(upright);
        g.setClip(clip);
        g.rotate(-0.42, 400, 410);
        orbits(0, 180);
        moon(400 + 372 * Math.cos(0.9), 410 + 108 * Math.sin(0.9), 25, new Color(0x7ce8d5));
        moon(400 + 300 * Math.cos(2.6), 410 + 82 * Math.sin(2.6), 16, new Color(0xffe27a));
        moon(400 + 440 * Math.cos(3.9), 410 + 136 * Math.sin(3.9), 20, new Color(0xc79bff));
        g.setTransform(upright);
    }

    private void orbits(int from, int through) {
        int[] wide = {240, 300, 372, 440};
        int[] high = {60, 82, 108, 136};
        Color[] colors = {new Color(0xffb199), new Color(0xffe27a), new Color(0x7ce8d5), new Color(0xc79bff)};
        for (int i = 0; i < wide.length; i++) {
            g.setStroke(new BasicStroke(i % 2 == 0 ? 2.2f : 3.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
            g.setColor(new Color(colors[i].getRed(), colors[i].getGreen(), colors[i].getBlue(), 175));
            // Java counts arcs anticlockwise: the half from 180 to 360 is the near one.
            g.draw(new Arc2D.Double(
                    400 - wide[i], 410 - high[i], 2 * wide[i], 2 * high[i], 180 - from, through, Arc2D.OPEN));
        }
    }

    private void moon(double x, double y, double r, Color color) {
        glow(x, y, r * 2.8, new Color(color.getRed(), color.getGreen(), color.getBlue(), 120));
        g.setColor(color);
        disc(x, y, r);
        g.setColor(new Color(0, 0, 0, 60));
        g.fill(new Arc2D.Double(x - r, y - r, 2 * r, 2 * r, -100, 160, Arc2D.CHORD));
    }

    /** A tiled yard by lamplight: leaves, lemons and a string of lamps. */
    private void quintal() {
        g.setPaint(new GradientPaint(0, 0, new Color(0x06302f), 0, SIZE, new Color(0x0f5247)));
        g.fillRect(0, 0, SIZE, SIZE);
        glow(400, 210, 560, new Color(0xff, 0xc8, 0x57, 85));
        // The tiles.
        Color[] tile = {new Color(0xf3ead7), new Color(0x1d6fa5), new Color(0xe4572e), new Color(0xf2b134)};
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 8; column++) {
                int x = column * 100;
                int y = 500 + row * 100;
                g.setColor(tile[0]);
                g.fillRect(x + 1, y + 1, 98, 98);
                g.setColor(tile[1]);
                for (int corner = 0; corner < 4; corner++) {
                    int cx = x + (corner % 2 == 0 ? 1 : 99);
                    int cy = y + (corner < 2 ? 1 : 99);
                    g.fill(new Arc2D.Double(
                            cx - 44, cy - 44, 88, 88, new int[] {270, 180, 0, 90}[corner], 90, Arc2D.PIE));
                }
                g.setColor((row + column) % 2 == 0 ? tile[2] : tile[3]);
                Path2D diamond = new Path2D.Double();
                diamond.moveTo(x + 50, y + 22);
                diamond.lineTo(x + 78, y + 50);
                diamond.lineTo(x + 50, y + 78);
                diamond.lineTo(x + 22, y + 50);
                diamond.closePath();
                g.fill(diamond);
                g.setColor(tile[0]);
                disc(x + 50, y + 50, 9);
            }
        }
        g.setPaint(new GradientPaint(0, 500, new Color(4, 30, 36, 40), 0, 800, new Color(4, 22, 36, 205)));
        g.fillRect(0, 500, SIZE, 300);
        // Leaves from both sides.
        Random random = new Random(21);
        Color[] greens = {new Color(0x2f9e6b), new Color(0x1e7d5a), new Color(0x58b368), new Color(0x8cc84b)};
        for (int i = 0; i < 26; i++) {
            boolean left = i % 2 == 0;
            double y = 90 + i * 19 + random.nextGaussian() * 12;
            double angle = (left ? 0 : Math.PI) + (left ? -1 : 1) * (0.1 + random.nextDouble() * 0.75);
            leaf(left ? -20 : SIZE + 20, y, 170 + random.nextDouble() * 120, angle, greens[random.nextInt(4)]);
        }
        int[][] lemons = {{92, 300}, {150, 420}, {690, 270}, {742, 396}, {640, 452}};
        for (int[] lemon : lemons) {
            g.setPaint(new RadialGradientPaint(lemon[0] - 9f, lemon[1] - 10f, 44f, new float[] {0, 1}, new Color[] {
                new Color(0xfff3a6), new Color(0xf0a91f)
            }));
            g.fill(new Ellipse2D.Double(lemon[0] - 24, lemon[1] - 29, 48, 58));
        }
        // The string of lamps.
        g.setColor(new Color(0x021b1c));
        g.setStroke(new BasicStroke(4f));
        Path2D cord = new Path2D.Double();
        cord.moveTo(-10, 60);
        cord.quadTo(400, 330, 810, 60);
        g.draw(cord);
        Color[] lamps = {
            new Color(0xffd166), new Color(0xff8c61), new Color(0xffe9b0), new Color(0x8fe3cf), new Color(0xffd166)
        };
        for (int i = 0; i < 5; i++) {
            double t = 0.14 + i * 0.18;
            double x = -10 + 820 * t;
            double y = 60 * (1 - t) * (1 - t) + 2 * 330 * t * (1 - t) + 60 * t * t + 34;
            glow(x, y, 120, new Color(lamps[i].getRed(), lamps[i].getGreen(), lamps[i].getBlue(), 150));
            g.setColor(new Color(0x021b1c));
            g.fill(new Rectangle2D.Double(x - 9, y - 38, 18, 16));
            g.setColor(lamps[i]);
            disc(x, y, 26);
        }
    }

    private void leaf(double x, double y, double length, double angle, Color color) {
        AffineTransform before = g.getTransform();
        g.translate(x, y);
        g.rotate(angle);
        Path2D leaf = new Path2D.Double();
        leaf.moveTo(0, 0);
        leaf.quadTo(length * 0.45, -length * 0.26, length, 0);
        leaf.quadTo(length * 0.45, length * 0.26, 0, 0);
        g.setPaint(new GradientPaint(0, 0, color.darker().darker(), (float) length, 0, color));
        g.fill(leaf);
        g.setColor(new Color(0, 0, 0, 50));
        g.setStroke(new BasicStroke(2.5f));
        g.draw(new Line2D.Double(0, 0, length * 0.94, 0));
        g.setTransform(before);
    }

    private void glow(double x, double y, double r, Color color) {
        Color clear = new Color(color.getRed(), color.getGreen(), color.getBlue(), 0);
        g.setPaint(new RadialGradientPaint(
                (float) x, (float) y, (float) r, new float[] {0, 1}, new Color[] {color, clear}));
        disc(x, y, r);
    }

    private void disc(double x, double y, double r) {
        g.fill(circle(x, y, r));
    }

    private static Ellipse2D circle(double x, double y, double r) {
        return new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
    }

    private void save(Path file) throws IOException {
        g.dispose();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(0.76f);
        Files.deleteIfExists(file);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
    }
}
