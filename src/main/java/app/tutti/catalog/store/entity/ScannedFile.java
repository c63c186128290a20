package app.tutti.catalog.store.entity;

import app.tutti.catalog.files.entity.MusicFile;
import app.tutti.catalog.library.entity.FoldedName;
import app.tutti.catalog.tags.entity.Sound;
import app.tutti.catalog.tags.entity.TrackTags;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A file that has been read, ready to be stored.
 *
 * @param content a hash of the file, the same wherever it lies
 * @param edition what it and those beside it say of their release; null where it stands alone
 */
public record ScannedFile(MusicFile file, String content, Sound sound, TrackTags tags, Edition edition) {
    public ScannedFile(MusicFile file, String content, Sound sound, TrackTags tags) {
        this(file, content, sound, tags, null);
    }

    /** With what all of them, which are all of a folder's, say of their releases. */
    public static List<ScannedFile> together(Collection<ScannedFile> folder) {
        Map<String, List<ScannedFile>> titles = folder.stream()
                .collect(Collectors.groupingBy(file -> FoldedName.of(file.tags().release())));
        return titles.values().stream()
                .flatMap(files -> {
                    Edition edition = Edition.of(files);
                    return files.stream()
                            .map(file ->
                                    new ScannedFile(file.file(), file.content(), file.sound(), file.tags(), edition));
                })
                .toList();
    }

    public ReleaseKey releaseKey() {
        return ReleaseKey.of(file, tags, edition == null ? Edition.alone(this) : edition);
    }
}
