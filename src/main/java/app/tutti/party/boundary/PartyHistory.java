package app.tutti.party.boundary;

import app.tutti.party.control.PartyNews;
import app.tutti.party.entity.ListenerSample;
import app.tutti.party.entity.PartyRecord;
import app.tutti.party.entity.PlayedTrack;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;

/** Writes down when parties began and ended and how many listened to what when. */
@ApplicationScoped
@Transactional
public class PartyHistory {
    @PersistenceContext
    EntityManager entities;

    public void write(@Observes PartyNews news) {
        switch (news) {
            case PartyNews.Started started ->
                entities.persist(new PartyRecord(started.party(), started.name(), started.at()));
            case PartyNews.Ended ended -> {
                PartyRecord party = entities.find(PartyRecord.class, ended.party());
                if (party != null) {
                    party.end(ended.at(), ended.reason());
                }
            }
            case PartyNews.Played played ->
                entities.persist(new PlayedTrack(played.party(), played.at(), played.track()));
            case PartyNews.Counted counted ->
                entities.persist(new ListenerSample(counted.party(), counted.at(), counted.listeners()));
        }
    }

    /** Parties live in memory: what a stopped server left open has ended. */
    public void closeLeftOpen(OffsetDateTime now) {
        entities.createQuery("update PartyRecord p set p.ended = :now, p.endReason = 'restart' where p.ended is null")
                .setParameter("now", now)
                .executeUpdate();
    }
}
