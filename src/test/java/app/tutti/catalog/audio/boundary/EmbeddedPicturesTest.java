package app.tutti.catalog.audio.boundary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.tutti.catalog.files.boundary.FileSlice;
import app.tutti.catalog.files.boundary.FileSlice.Disguise;
import app.tutti.catalog.files.entity.AudioFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jaudiotagger.audio.AudioFileIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPicturesTest {
    private static final Path DEMO = Path.of("src/main/resources/demo");

    @TempDir
    Path folder;

    @Test
    void aPlayerFindsNoPictureInTheDemoMusicAndEverythingElse() throws Exception {
        for (String name : List.of("01 Two Rooms.mp3", "02 Last Tram.m4a", "02 Patio Vazio.flac")) {
            Path file = demo(name);
            assertTrue(pictures(file) > 0, name + " must have one");
            Path heard = Files.write(folder.resolve(name), sent(file, format(name)));
            assertEquals(0, pictures(heard), name);
            assertEquals(Files.size(file), Files.size(heard));
            assertEquals(
                    AudioFileIO.read(file.toFile()).getAudioHeader().getPreciseTrackLength(),
                    AudioFileIO.read(heard.toFile()).getAudioHeader().getPreciseTrackLength());
            assertEquals(title(file), title(heard));
        }
    }

    @Test
    void everyPartOfAFileIsAPartOfTheSameBytes() throws IOException {
        Path file = demo("02 Last Tram.m4a");
        byte[] whole = sent(file, AudioFormat.M4A);
        List<Disguise> disguises = EmbeddedPictures.in(file, AudioFormat.M4A);
        long place = disguises.getFirst().place();
        for (long first = place - 2; first < place + 6; first++) {
            byte[] part = sent(new FileSlice(file, 0, whole.length, disguises).part(first, 3));
            assertArrayEquals(Arrays.copyOfRange(whole, (int) first, (int) first + 3), part);
        }
    }

    @Test
    void everyVersionOfTagsIsUnderstood() throws IOException {
        for (int version : List.of(2, 3, 4)) {
            assertEquals(List.of(10 + frame(version, "TT2", "TIT2").length), places(tag(version, 0)), "2." + version);
        }
        byte[] extended = {0, 0, 0, 6, 0, 0, 0, 0, 0, 0};
        assertEquals(List.of(10 + extended.length + frame(3, "TT2", "TIT2").length), places(tag(3, 0x40, extended)));
    }

    @Test
    void whatCannotBeUnderstoodIsLeftAsItIs() throws IOException {
        assertEquals(List.of(), places(tag(3, 0x80)), "unsynchronised: lengths are of other bytes");
        assertEquals(List.of(), places(new byte[0]));
        assertEquals(List.of(), places("ID3".getBytes(StandardCharsets.ISO_8859_1)));
        byte[] cut = Arrays.copyOf(tag(4, 0), 25);
        assertEquals(List.of(), places(cut));
        Path endless = Files.write(folder.resolve("endless"), new byte[] {0, 0, 0, 0, 'm', 'o', 'o', 'v'});
        assertEquals(List.of(), EmbeddedPictures.in(endless, AudioFormat.M4A));
    }

    @Test
    void aPageAndAProgramDoNotTakeEachOthersBytesForTheirOwn() throws IOException {
        FileVersion file = FileVersion.of(demo("01 Two Rooms.mp3"));
        assertNotEquals(file.tag(), file.withoutPictures().tag());
    }

    private List<Integer> places(byte[] mp3) throws IOException {
        Path file = Files.write(folder.resolve("some.mp3"), mp3);
        return EmbeddedPictures.in(file, AudioFormat.MP3).stream()
                .map(disguise -> (int) disguise.place())
                .toList();
    }

    /** A title and a picture. */
    private static byte[] tag(int version, int flags, byte... extended) {
        byte[] title = frame(version, "TT2", "TIT2");
        byte[] picture = frame(version, "PIC", "APIC");
        int length = extended.length + title.length + picture.length;
        return ByteBuffer.allocate(10 + length + 20)
                .put("ID3".getBytes(StandardCharsets.ISO_8859_1))
                .put((byte) version)
                .put((byte) 0)
                .put((byte) flags)
                .putShort((short) 0)
                .put((byte) (length >> 7))
                .put((byte) (length & 0x7F))
                .put(extended)
                .put(title)
                .put(picture)
                .array();
    }

    /** 200 bytes, so that it matters how many bits of a length count. */
    private static byte[] frame(int version, String shortId, String id) {
        ByteBuffer frame = ByteBuffer.allocate((version == 2 ? 6 : 10) + 200);
        frame.put((version == 2 ? shortId : id).getBytes(StandardCharsets.ISO_8859_1));
        switch (version) {
            case 2 -> frame.put(new byte[] {0, 0, (byte) 200});
            case 3 -> frame.putInt(200);
            default -> frame.put(new byte[] {0, 0, 1, 72});
        }
        return frame.array();
    }

    private static int pictures(Path file) throws Exception {
        if (format(file.toString()) == AudioFormat.M4A) {
            // The library takes a box of any name with a picture in it for one.
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains("covr") ? 1 : 0;
        }
        return AudioFileIO.read(file.toFile()).getTag().getArtworkList().size();
    }

    private static String title(Path file) throws Exception {
        return AudioFileIO.read(file.toFile()).getTag().getFirst(org.jaudiotagger.tag.FieldKey.TITLE);
    }

    private static byte[] sent(Path file, AudioFormat format) throws IOException {
        return sent(new FileSlice(file, 0, Files.size(file), EmbeddedPictures.in(file, format)));
    }

    private static byte[] sent(FileSlice slice) throws IOException {
        ByteArrayOutputStream client = new ByteArrayOutputStream();
        slice.write(client);
        return client.toByteArray();
    }

    private static AudioFormat format(String name) {
        return AudioFormat.of(name).orElseThrow();
    }

    private static Path demo(String name) throws IOException {
        try (Stream<Path> files = Files.walk(DEMO)) {
            return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
        }
    }
}
