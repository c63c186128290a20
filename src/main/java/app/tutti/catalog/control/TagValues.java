package app.tutti.catalog.control;

import app.tutti.catalog.entity.TagName;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jaudiotagger.tag.FieldKey;
import org.jaudiotagger.tag.KeyNotFoundException;
import org.jaudiotagger.tag.Tag;
import org.jaudiotagger.tag.TagField;
import org.jaudiotagger.tag.TagTextField;
import org.jaudiotagger.tag.id3.AbstractTagFrame;
import org.jaudiotagger.tag.id3.framebody.FrameBodyTXXX;
import org.jaudiotagger.tag.reference.GenreTypes;

/** The values of one tag of any kind. */
final class TagValues {
    private static final String MP4_FREE_FORM = "----:com.apple.itunes:";
    private static final Pattern GENRE_NUMBER = Pattern.compile("\\(?(\\d{1,3})(?:\\)\\s*(.+))?\\)?");
    private static final Map<TagName, FieldKey> KEYS = keys();

    private final Tag tag;
    private final Map<String, List<String>> free;

    private TagValues(Tag tag, Map<String, List<String>> free) {
        this.tag = tag;
        this.free = free;
    }

    static TagValues of(Tag tag) {
        Map<String, List<String>> free = new HashMap<>();
        for (Iterator<TagField> fields = tag.getFields(); fields.hasNext(); ) {
            add(fields.next(), free);
        }
        return new TagValues(tag, free);
    }

    List<String> all(TagName name) {
        List<String> values = new ArrayList<>(standard(KEYS.get(name)));
        for (String key : name.names()) {
            if (values.isEmpty() || name == TagName.LYRICS) {
                values.addAll(free.getOrDefault(key, List.of()));
            }
        }
        return name == TagName.GENRE ? values.stream().map(TagValues::genre).toList() : values;
    }

    /** Fields whose name was chosen freely: ID3's own frame for them, MP4's "----", Vorbis comments, ASF's attributes. */
    private static void add(TagField field, Map<String, List<String>> free) {
        if (field instanceof AbstractTagFrame frame && frame.getBody() instanceof FrameBodyTXXX text) {
            put(text.getDescription(), text.getText().split("\u0000"), free);
        } else if (field instanceof TagTextField text && !(field instanceof AbstractTagFrame)) {
            put(text.getId(), new String[] {text.getContent()}, free);
        }
    }

    private static void put(String name, String[] values, Map<String, List<String>> free) {
        String key = name.toLowerCase(Locale.ROOT);
        free.computeIfAbsent(
                        key.startsWith(MP4_FREE_FORM) ? key.substring(MP4_FREE_FORM.length()) : key,
                        unknown -> new ArrayList<>())
                .addAll(List.of(values));
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

    /** ID3v1 has numbers for genres, and later tags repeat them, some with the name behind: "(8)Jazz". */
    static String genre(String value) {
        var number = GENRE_NUMBER.matcher(value.strip());
        if (!number.matches()) {
            return value;
        }
        String name = GenreTypes.getInstanceOf().getValueForId(Integer.parseInt(number.group(1)));
        String behind = Objects.requireNonNullElse(number.group(2), value);
        return number.group(2) != null || name == null ? behind : name;
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
