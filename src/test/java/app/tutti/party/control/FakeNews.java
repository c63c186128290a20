package app.tutti.party.control;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Whoever keeps the record: remembers the news, or cannot write. */
final class FakeNews implements Event<PartyNews> {
    final List<PartyNews> written = new ArrayList<>();
    boolean databaseAway;

    @Override
    public void fire(PartyNews news) {
        if (databaseAway) {
            throw new IllegalStateException("the database is away");
        }
        written.add(news);
    }

    @Override
    public <U extends PartyNews> CompletionStage<U> fireAsync(U news) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <U extends PartyNews> CompletionStage<U> fireAsync(U news, NotificationOptions options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Event<PartyNews> select(Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <U extends PartyNews> Event<U> select(Class<U> type, Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <U extends PartyNews> Event<U> select(TypeLiteral<U> type, Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }
}
