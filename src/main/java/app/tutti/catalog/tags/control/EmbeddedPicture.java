package app.tutti.catalog.tags.control;

import app.tutti.account.pictures.Picture;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A picture in a file, with what ID3v2.4 §4.14 says it shows.
 *
 * @param type 3 for the front cover; FLAC, Ogg and others count the same
 */
public record EmbeddedPicture(int type, byte[] bytes) {
    static final int FRONT = 3;

    private static final int ICON = 1;
    private static final int OTHER_ICON = 2;

    /** Front covers first, then the others, the largest first; icons last. */
    static List<byte[]> ordered(Stream<EmbeddedPicture> pictures) {
        return pictures.filter(picture -> picture.bytes() != null && picture.bytes().length > 0)
                .sorted(Comparator.comparingInt(EmbeddedPicture::rank)
                        .thenComparing(Comparator.comparingLong((EmbeddedPicture picture) ->
                                        picture.type() == FRONT ? 0 : Picture.pixels(picture.bytes()))
                                .reversed()))
                .map(EmbeddedPicture::bytes)
                .toList();
    }

    private int rank() {
        return switch (type) {
            case FRONT -> 0;
            case ICON, OTHER_ICON -> 2;
            default -> 1;
        };
    }
}
