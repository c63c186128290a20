package app.tutti.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jaudiotagger.audio.AudioFile;
import org.jaudiotagger.audio.AudioFileIO;
import org.jaudiotagger.tag.FieldKey;
import org.jaudiotagger.tag.Tag;

/** A music folder of short files in several formats, each with tags of its own. */
final class TaggedFiles {
    private static final List<String> SOUNDS =
            List.of("mp3 libmp3lame", "flac flac", "mp3 libmp3lame", "m4a aac", "ogg libvorbis");
    private static final int TRACKS = 12;
    private static final int RELEASES_OF_AN_ARTIST = 3;
    private static final Logger LIBRARY = Logger.getLogger("org.jaudiotagger");

    private TaggedFiles() {}

    static void make(Path folder, int wanted) throws Exception {
        LIBRARY.setLevel(Level.OFF);
        Path sounds = Files.createTempDirectory("tutti-bench-sounds");
        for (int number = 0; number < wanted; number++) {
            int release = number / TRACKS;
            String[] sound = SOUNDS.get(release % SOUNDS.size()).split(" ");
            Path from = sounds.resolve("sound." + sound[0]);
            if (!Files.exists(from)) {
                encode(from, sound[1]);
            }
            copy(from, folder, number, sound[0]);
        }
    }

    private static void encode(Path file, String codec) throws IOException, InterruptedException {
        List<String> command = List.of(
                "ffmpeg", "-v", "error", "-f", "lavfi", "-i", "sine=duration=3", "-c:a", codec, file.toString());
        int failed = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (failed != 0) {
            throw new IOException("ffmpeg made no " + file.getFileName());
        }
    }

    private static void copy(Path from, Path folder, int number, String extension) throws Exception {
        int release = number / TRACKS;
        int artist = release / RELEASES_OF_AN_ARTIST;
        Path place = Files.createDirectories(
                folder.resolve("Artist %d".formatted(artist)).resolve("Release %d".formatted(release)));
        Path file = Files.copy(from, place.resolve("%02d Song.%s".formatted(number % TRACKS + 1, extension)));
        AudioFile audio = AudioFileIO.read(file.toFile());
        Tag tag = audio.getTagOrCreateAndSetDefault();
        tag.setField(FieldKey.TITLE, "Song number " + number);
        tag.setField(FieldKey.ARTIST, "Artist " + artist + (number % 7 == 0 ? " feat. Guest " + number % 97 : ""));
        tag.setField(FieldKey.ALBUM_ARTIST, "Artist " + artist);
        tag.setField(FieldKey.ALBUM, "Release " + release);
        tag.setField(FieldKey.TRACK, String.valueOf(number % TRACKS + 1));
        tag.setField(FieldKey.YEAR, String.valueOf(1960 + release % 60));
        tag.setField(FieldKey.GENRE, "Genre " + release % 200);
        tag.setField(FieldKey.COMMENT, "Made for a measurement ".repeat(5));
        audio.commit();
    }
}
