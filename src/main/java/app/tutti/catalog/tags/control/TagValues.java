package app.tutti.catalog.tags.control;

import app.tutti.catalog.tags.entity.TagName;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jaudiotagger.tag.FieldKey;
import org.jaudiotagger.tag.KeyNotFoundException;
import org.jaudiotagger.tag.Tag;
import org.jaudiotagger.tag.TagField;
import org.jaudiotagger.tag.TagTextField;
import org.jaudiotagger.tag.aiff.AiffTag;
import org.jaudiotagger.tag.id3.AbstractID3Tag;
import org.jaudiotagger.tag.id3.AbstractTagFrame;
import org.jaudiotagger.tag.id3.framebody.FrameBodyTXXX;

/** The values of one tag that jaudiotagger has read. */
public final class TagValues {
    private static final Map<TagName, FieldKey> KEYS = keys();

    private final Tag tag;
    private final TagFields fields = new TagFields();

    private TagValues(Tag tag) {
        this.tag = tag;
    }

    static TagValues of(Tag tag) {
        TagValues values = new TagValues(tag);
        tag.getFields().forEachRemaining(values::add);
        return values;
    }

    List<String> all(TagName name) {
        List<String> standard = standard(KEYS.get(name));
        List<String> written = fields.written(name);
        // Of several values the library has only one where it does not know that there can be several.
        List<String> values = written.size() > standard.size() ? written : standard;
        if (name == TagName.LYRICS) {
            values = Stream.concat(standard.stream(), written.stream()).toList();
        }
        return name == TagName.GENRE ? values.stream().flatMap(this::genres).toList() : values;
    }

    /** Fields whose name was chosen freely: ID3's own frame for them, Vorbis comments, ASF's attributes. */
    private void add(TagField field) {
        if (field instanceof AbstractTagFrame frame && frame.getBody() instanceof FrameBodyTXXX text) {
            fields.add(text.getDescription(), text.getText().split("\0"));
        } else if (field instanceof TagTextField text && !(field instanceof AbstractTagFrame)) {
            fields.add(text.getId(), text.getContent());
        }
    }

    private Stream<String> genres(String value) {
        return tag instanceof AbstractID3Tag || tag instanceof AiffTag ? GenreNames.ofId3(value) : GenreNames.of(value);
    }

    private List<String> standard(FieldKey key) {
        try {
            return key == null
                    ? List.of()
                    : tag.getAll(key).stream()
                            .filter(value -> value != null && !value.isBlank())
                            .toList();
        } catch (KeyNotFoundException | UnsupportedOperationException notInThisKindOfTag) {
            return List.of();
        }
    }

    private static Map<TagName, FieldKey> keys() {
        Map<TagName, FieldKey> keys = new EnumMap<>(TagName.class);
        keys.put(TagName.TITLE, FieldKey.TITLE);
        keys.put(TagName.ARTIST, FieldKey.ARTIST);
        keys.put(TagName.ARTISTS, FieldKey.ARTISTS);
        keys.put(TagName.RELEASE, FieldKey.ALBUM);
        keys.put(TagName.RELEASE_ARTIST, FieldKey.ALBUM_ARTIST);
        keys.put(TagName.RELEASE_ARTISTS, FieldKey.ALBUM_ARTISTS);
        keys.put(TagName.COMPILATION, FieldKey.IS_COMPILATION);
        keys.put(TagName.DISC, FieldKey.DISC_NO);
        keys.put(TagName.NUMBER, FieldKey.TRACK);
        keys.put(TagName.YEAR, FieldKey.YEAR);
        keys.put(TagName.GENRE, FieldKey.GENRE);
        keys.put(TagName.LYRICS, FieldKey.LYRICS);
        keys.put(TagName.RECORDING_ID, FieldKey.MUSICBRAINZ_TRACK_ID);
        keys.put(TagName.RELEASE_ID, FieldKey.MUSICBRAINZ_RELEASEID);
        keys.put(TagName.ARTIST_ID, FieldKey.MUSICBRAINZ_ARTISTID);
        keys.put(TagName.RELEASE_ARTIST_ID, FieldKey.MUSICBRAINZ_RELEASEARTISTID);
        return keys;
    }
}
