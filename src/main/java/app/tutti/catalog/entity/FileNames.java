package app.tutti.catalog.entity;

import java.nio.file.Path;

/** What a file's place tells where its tags are silent: {@code artist/release/title.mp3} inside a music folder. */
public record FileNames(String title, String artist, String release) {
    /** As MusicBrainz writes it, in every language. */
    static final String UNKNOWN = "[unknown]";

    public FileNames {
        title = TagText.clean(title);
        artist = TagText.clean(artist);
        release = TagText.clean(release);
    }

    /** {@code file} is under {@code musicFolder}, whose own name and those above it mean nothing. */
    public static FileNames of(Path musicFolder, Path file) {
        Path inside = musicFolder.relativize(file);
        int folders = inside.getNameCount() - 1;
        String release = folders >= 1 ? inside.getName(folders - 1).toString() : UNKNOWN;
        String artist = folders >= 2 ? inside.getName(folders - 2).toString() : UNKNOWN;
        return new FileNames(withoutExtension(inside.getFileName().toString()), artist, release);
    }

    private static String withoutExtension(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
