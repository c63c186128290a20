package app.tutti.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.mvc.MvcContext;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Writes dates for the templates as the reader's language does, in the time of the server's place. */
@Named
@RequestScoped
public class Moments {
    @Inject
    MvcContext mvc;

    /** As "30 Nov 2026, 18:05". */
    public String full(OffsetDateTime moment) {
        return write("yMMMdjm", moment);
    }

    /** As "30 Nov 2026". */
    public String day(OffsetDateTime moment) {
        return write("yMMMd", moment);
    }

    /** As "18:05". */
    public String clock(OffsetDateTime moment) {
        return write("jm", moment);
    }

    /** @param skeleton what is told, by the letters of CLDR; their order and what stands between is the language's */
    private String write(String skeleton, OffsetDateTime moment) {
        return DateTimeFormatter.ofLocalizedPattern(skeleton)
                .withLocale(mvc.getLocale())
                .format(moment.atZoneSameInstant(ZoneId.systemDefault()));
    }
}
