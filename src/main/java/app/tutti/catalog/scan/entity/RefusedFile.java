package app.tutti.catalog.scan.entity;

import app.tutti.catalog.library.entity.TagText;

/**
 * A file that is left out.
 *
 * @param path cleaned, to be shown
 * @param reason the end of a key in messages.properties
 */
public record RefusedFile(String path, String reason) {
    public RefusedFile {
        path = TagText.clean(path);
    }
}
