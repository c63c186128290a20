package app.tutti.party.control;

import app.tutti.account.signin.control.Passwords;
import app.tutti.party.entity.ListenerSample;
import app.tutti.party.entity.Party;
import app.tutti.party.entity.PartyEvent;
import app.tutti.party.entity.PartyRecord;
import app.tutti.party.entity.PlayedTrack;
import app.tutti.party.entity.Secret;
import app.tutti.web.control.TooBusyException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Writes down when parties began and ended and how many listened to what when. */
@ApplicationScoped
@Transactional
public class PartyHistory {
    private static final System.Logger LOG = System.getLogger(PartyHistory.class.getName());

    @PersistenceContext
    EntityManager entities;

    @Inject
    PastParties past;

    @Inject
    Passwords passwords;

    /** A party that goes on. @param heard until then */
    public record Left(Party party, List<PartyEvent.Heard> heard) {}

    public void write(@Observes PartyNews news) {
        switch (news) {
            case PartyNews.Started started -> entities.persist(written(started));
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

    /** They are still on. */
    public void seen(Set<UUID> parties, OffsetDateTime now) {
        entities.createQuery("update PartyRecord p set p.seen = :now where p.id in :parties and p.ended is null")
                .setParameter("now", now)
                .setParameter("parties", parties)
                .executeUpdate();
    }

    /**
     * What a stopped server left open: those that were on until now and can go on. The others have ended.
     *
     * @param grace how long a party waits for its host
     */
    public List<Left> leftOpen(OffsetDateTime now, Duration grace) {
        List<Left> left = new ArrayList<>();
        for (PartyRecord party : entities.createQuery(
                        "select p from PartyRecord p where p.ended is null", PartyRecord.class)
                .getResultList()) {
            if (party.goesOn(now.minus(grace))) {
                left.add(new Left(party.leftOpen(this::hasHash, System.nanoTime()), heard(party.id())));
            } else {
                party.end(party.seen(), "restart");
            }
        }
        return left;
    }

    private PartyRecord written(PartyNews.Started started) {
        PartyRecord party = new PartyRecord(started.party(), started.name(), started.at());
        party.keys(
                started.listed(),
                started.password().isPresent(),
                started.secretHash(),
                started.password().flatMap(this::hash));
        return party;
    }

    private List<PartyEvent.Heard> heard(UUID party) {
        return past.played(party).stream()
                .map(track -> new PartyEvent.Heard(track.getTitle(), track.getArtist()))
                .toList();
    }

    /** Where nobody has the time for it, there is none. */
    private Optional<String> hash(Secret password) {
        try {
            return Optional.of(passwords.hash(password.value().toCharArray()));
        } catch (TooBusyException busy) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "A party with a password will not go on after a restart: " + busy.getMessage());
            return Optional.empty();
        }
    }

    private boolean hasHash(String password, String hash) {
        try {
            return passwords.verify(password.toCharArray(), Optional.of(hash));
        } catch (TooBusyException busy) {
            throw new TooManyJoins(busy);
        }
    }
}
