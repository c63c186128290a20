package app.tutti.catalog.library.control;

import app.tutti.catalog.library.entity.ArtistCard;
import app.tutti.catalog.library.entity.CatalogueSize;
import app.tutti.catalog.library.entity.ReleaseCard;
import app.tutti.catalog.library.entity.ReleasePage;
import app.tutti.catalog.library.entity.Track;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What there is to hear, one by one. Answers are complete: nothing in them is loaded later. */
@ApplicationScoped
public class Catalogue {
    @PersistenceContext
    EntityManager entities;

    @Inject
    Releases releases;

    @Inject
    Tracks tracks;

    @Inject
    Genres genres;

    public Optional<ArtistCard> artist(long id) {
        return sql().rows(CardQueries.ARTIST + "where a.id = ?1", id).stream()
                .map(CardQueries::artist)
                .findFirst();
    }

    public Optional<ReleasePage> release(long id) {
        return sql().rows(CardQueries.RELEASE + "where r.id = ?1", id).stream()
                .map(CardQueries::release)
                .findFirst()
                .map(card -> new ReleasePage(card, genres.ofRelease(id), tracks.ofRelease(id)));
    }

    /** Last added first. */
    public List<ReleaseCard> recentReleases(int most) {
        return releases.recent(most);
    }

    /** In the order of their ids; one that is not there is left out. */
    public List<ReleaseCard> releases(List<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : sql().rows(CardQueries.RELEASE + "where r.id in " + places(ids), ids.toArray()).stream()
                        .map(CardQueries::release)
                        .sorted(Comparator.comparing(release -> ids.indexOf(release.id())))
                        .toList();
    }

    /** In the order of their ids; one that is not there is left out. */
    public List<ArtistCard> artists(List<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : sql().rows(CardQueries.ARTIST + "where a.id in " + places(ids), ids.toArray()).stream()
                        .map(CardQueries::artist)
                        .sorted(Comparator.comparing(artist -> ids.indexOf(artist.id())))
                        .toList();
    }

    public Optional<Track> track(long id) {
        return Optional.ofNullable(entities.find(Track.class, id));
    }

    public CatalogueSize size() {
        Sql.Row size = sql().rows("""
                        select (select count(*) from artist a where %s),
                               (select count(*) from release where track_count > 0),
                               (select count(*) from track where gone is null)""".formatted(Artists.SHOWN)).getFirst();
        return new CatalogueSize(size.number(0), size.number(1), size.number(2));
    }

    private static String places(List<Long> ids) {
        return IntStream.rangeClosed(1, ids.size())
                .mapToObj(place -> "?" + place)
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private Sql sql() {
        return new Sql(entities);
    }
}
