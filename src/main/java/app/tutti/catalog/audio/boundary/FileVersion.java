package app.tutti.catalog.audio.boundary;

import app.tutti.catalog.files.entity.AudioFormat;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;

/**
 * A file as it is now, and what that means for conditional requests (RFC 9110 §13).
 *
 * @param copiedAs what it is copied as for who asks; empty for the file itself
 */
public record FileVersion(long size, Instant modified, String copiedAs) {
    /** RFC 9110 §5.6.7. Java's RFC_1123_DATE_TIME writes the first nine days of a month with one digit. */
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final String WITHOUT_PICTURES = "-heard";

    public static FileVersion of(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new FileVersion(attributes.size(), attributes.lastModifiedTime().toInstant(), "");
    }

    /** Of a copy of it in this format, which changes when it does. */
    FileVersion copiedAs(AudioFormat format) {
        return new FileVersion(size, modified, "-" + format.name().toLowerCase(Locale.ROOT));
    }

    /** As pages play it, see {@link EmbeddedPictures}. */
    FileVersion withoutPictures() {
        return new FileVersion(size, modified, copiedAs + WITHOUT_PICTURES);
    }

    boolean hasNoPictures() {
        return copiedAs.endsWith(WITHOUT_PICTURES);
    }

    /** What a strong entity tag says between its quotes. */
    public String tag() {
        return "%x-%x-%x%s".formatted(size, modified.getEpochSecond(), modified.getNano(), copiedAs);
    }

    EntityTag entityTag() {
        return new EntityTag(tag());
    }

    Date lastModified() {
        return Date.from(modified);
    }

    /** The answer without content, when the request's conditions ask for that. */
    Optional<ResponseBuilder> unlessWanted(Request request, HttpHeaders headers) {
        // §13.1.3: If-Modified-Since counts only without If-None-Match.
        return Optional.ofNullable(
                headers.getHeaderString(HttpHeaders.IF_NONE_MATCH) == null
                        ? request.evaluatePreconditions(lastModified(), entityTag())
                        : request.evaluatePreconditions(entityTag()));
    }

    /** §13.1.5: a range counts only when the part that the client already has is of this version. */
    public boolean continues(String ifRange) {
        return ifRange == null
                || ifRange.strip().equals("\"" + tag() + "\"")
                || ifRange.strip().equals(HTTP_DATE.format(modified));
    }
}
