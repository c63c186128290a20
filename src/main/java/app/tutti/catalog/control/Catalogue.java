package app.tutti.catalog.control;

import app.tutti.catalog.entity.ArtistCard;
import app.tutti.catalog.entity.CatalogueSize;
import app.tutti.catalog.entity.Cover;
import app.tutti.catalog.entity.ReleaseCard;
import app.tutti.catalog.entity.ReleasePage;
import app.tutti.catalog.entity.Track;
import app.tutti.catalog.entity.TrackRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What there is to hear. Answers are complete: nothing in them is loaded later. */
@ApplicationScoped
public class Catalogue {
    private static final String ARTIST_CARDS = """
            select new app.tutti.catalog.entity.ArtistCard(a.id, a.name, count(r.id), max(c.id))
            from Artist a %s Release r on r.artist = a left join r.cover c
            %s group by a.id, a.name, a.sortName order by a.sortName, a.id""";

    private static final String RELEASE_CARDS = """
            select new app.tutti.catalog.entity.ReleaseCard(r.id, r.title, a.id, a.name, r.year, c.id)
            from Release r join r.artist a left join r.cover c %s""";

    @PersistenceContext
    EntityManager entities;

    /** Everybody with a release, A to Z. */
    public List<ArtistCard> artists() {
        return artistCards(ARTIST_CARDS.formatted("join", "")).getResultList();
    }

    public Optional<ArtistCard> artist(long id) {
        return artistCards(ARTIST_CARDS.formatted("left join", "where a.id = :id"))
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** Newest first. */
    public List<ReleaseCard> releasesOf(long artistId) {
        return releaseCards("where a.id = :artist order by r.year desc nulls last, r.sortName, r.id")
                .setParameter("artist", artistId)
                .getResultList();
    }

    /** By artist, then by title. */
    public List<ReleaseCard> releases() {
        return releaseCards("order by a.sortName, a.id, r.sortName, r.id").getResultList();
    }

    /** Last added first. */
    public List<ReleaseCard> recentReleases(int most) {
        return releaseCards("order by r.added desc, r.id desc")
                .setMaxResults(most)
                .getResultList();
    }

    /** In the order of their ids; one that is not there is left out. */
    public List<ReleaseCard> releases(List<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : releaseCards("where r.id in :ids")
                        .setParameter("ids", ids)
                        .getResultStream()
                        .sorted(Comparator.comparing(release -> ids.indexOf(release.id())))
                        .toList();
    }

    /** In the order of their ids; one that is not there is left out. */
    public List<ArtistCard> artists(List<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : artistCards(ARTIST_CARDS.formatted("left join", "where a.id in :ids"))
                        .setParameter("ids", ids)
                        .getResultStream()
                        .sorted(Comparator.comparing(artist -> ids.indexOf(artist.id())))
                        .toList();
    }

    public Optional<ReleasePage> release(long id) {
        return releaseCards("where r.id = :id")
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .map(card -> ReleasePage.of(card, tracksOf(id)));
    }

    public Optional<Track> track(long id) {
        return Optional.ofNullable(entities.find(Track.class, id));
    }

    public Optional<Cover> cover(long id) {
        return Optional.ofNullable(entities.find(Cover.class, id));
    }

    public CatalogueSize size() {
        return entities.createQuery(
                        "select new app.tutti.catalog.entity.CatalogueSize((select count(a) from Artist a),"
                                + " (select count(r) from Release r), count(t)) from Track t",
                        CatalogueSize.class)
                .getSingleResult();
    }

    private List<TrackRow> tracksOf(long releaseId) {
        return entities.createQuery("""
                        select t from Track t join fetch t.artist where t.release.id = :release
                        order by coalesce(t.disc, 1), t.number nulls last, t.sortName, t.id""", Track.class)
                .setParameter("release", releaseId)
                .getResultStream()
                .map(Track::row)
                .toList();
    }

    private TypedQuery<ArtistCard> artistCards(String query) {
        return entities.createQuery(query, ArtistCard.class);
    }

    private TypedQuery<ReleaseCard> releaseCards(String rest) {
        return entities.createQuery(RELEASE_CARDS.formatted(rest), ReleaseCard.class);
    }
}
