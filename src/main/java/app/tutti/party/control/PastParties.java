package app.tutti.party.control;

import app.tutti.catalog.library.entity.Paged;
import app.tutti.party.entity.ListenerSample;
import app.tutti.party.entity.PartyRecord;
import app.tutti.party.entity.PastParty;
import app.tutti.party.entity.PlayedTrack;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The parties that are over, as they were written down. */
@ApplicationScoped
public class PastParties {
    private static final int ON_A_PAGE = 30;

    @PersistenceContext
    EntityManager entities;

    /** The newest first. */
    public Paged<PastParty> page(int wanted) {
        long total = entities.createQuery("select count(p) from PartyRecord p where p.ended is not null", Long.class)
                .getSingleResult();
        int number = Paged.within(wanted, total, ON_A_PAGE);
        List<PartyRecord> records = entities.createQuery(
                        "select p from PartyRecord p where p.ended is not null order by p.created desc, p.id",
                        PartyRecord.class)
                .setFirstResult((number - 1) * ON_A_PAGE)
                .setMaxResults(ON_A_PAGE)
                .getResultList();
        return new Paged<>(counted(records), number, ON_A_PAGE, total);
    }

    public Optional<PastParty> one(UUID id) {
        List<PartyRecord> records = entities.createQuery(
                        "select p from PartyRecord p where p.id = :id and p.ended is not null", PartyRecord.class)
                .setParameter("id", id)
                .getResultList();
        return counted(records).stream().findFirst();
    }

    /** To whoever has the link. A party with a password was played to those who know it. */
    public Optional<List<PlayedTrack>> told(UUID id) {
        return Optional.ofNullable(entities.find(PartyRecord.class, id))
                .filter(PartyRecord::isOver)
                .map(party -> party.isOpen() ? played(id) : List.of());
    }

    /** In the order in which they were heard. */
    public List<PlayedTrack> played(UUID party) {
        return entities.createQuery(
                        "select t from PlayedTrack t where t.partyId = :party order by t.at, t.id", PlayedTrack.class)
                .setParameter("party", party)
                .getResultList();
    }

    /** From the beginning to the end. */
    public List<ListenerSample> listeners(UUID party) {
        return entities.createQuery(
                        "select l from ListenerSample l where l.partyId = :party order by l.at, l.id",
                        ListenerSample.class)
                .setParameter("party", party)
                .getResultList();
    }

    private List<PastParty> counted(List<PartyRecord> records) {
        if (records.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = records.stream().map(PartyRecord::id).toList();
        Map<UUID, Integer> most = numbers(
                "select l.partyId, max(l.listeners) from ListenerSample l where l.partyId in :ids group by l.partyId",
                ids);
        Map<UUID, Integer> tracks = numbers(
                "select t.partyId, count(t) from PlayedTrack t where t.partyId in :ids group by t.partyId", ids);
        return records.stream()
                .map(party -> party.past(most.getOrDefault(party.id(), 0), tracks.getOrDefault(party.id(), 0)))
                .toList();
    }

    private Map<UUID, Integer> numbers(String query, List<UUID> ids) {
        Map<UUID, Integer> numbers = new HashMap<>();
        for (Object[] row : entities.createQuery(query, Object[].class)
                .setParameter("ids", ids)
                .getResultList()) {
            numbers.put((UUID) row[0], ((Number) row[1]).intValue());
        }
        return numbers;
    }
}
