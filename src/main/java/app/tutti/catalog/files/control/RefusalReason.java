package app.tutti.catalog.files.control;

/** Why a file is left out. */
public enum RefusalReason {
    DAMAGED("damaged", "it is damaged, or not what its name says"),
    LYING("lying", "it asks for too much memory"),
    TOO_LARGE("tags-too-large", "its tags are too large"),
    CLOSED("closed", "it cannot be opened"),
    NAME("name", "its name is not written in UTF-8"),
    PICTURE("picture", "the picture cannot be used"),
    NEEDS_FFMPEG("needs-ffmpeg", "only ffmpeg can read it, and there is none"),
    FILM("film", "it is a film"),
    NOT_STORED("not-stored", "the database does not take it");

    private final String key;
    private final String words;

    RefusalReason(String key, String words) {
        this.key = key;
        this.words = words;
    }

    /** The end of a key in messages.properties. */
    public String key() {
        return key;
    }

    public String words() {
        return words;
    }
}
