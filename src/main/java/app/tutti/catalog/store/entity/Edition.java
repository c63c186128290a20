package app.tutti.catalog.store.entity;

import app.tutti.catalog.library.entity.FoldedName;
import app.tutti.catalog.tags.entity.TrackTags;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the files of one title in one folder say together of their release, which sets it apart from others of the same
 * name elsewhere: what most of them say, because a single file may have another year.
 *
 * @param releaseArtist as it is compared; empty when no file says, or several differ
 * @param format the name of what most of them are
 */
public record Edition(
        String releaseArtist, boolean compilation, Integer year, String format, String barcode, UUID releaseId) {
    static Edition of(Collection<ScannedFile> files) {
        List<TrackTags> tags = files.stream().map(ScannedFile::tags).toList();
        List<String> artists = tags.stream()
                .filter(one -> one.releaseArtist().isGiven())
                .map(one -> FoldedName.of(one.releaseArtist().text()))
                .distinct()
                .toList();
        List<UUID> ids = tags.stream()
                .map(TrackTags::releaseId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new Edition(
                artists.size() == 1 ? artists.getFirst() : "",
                tags.stream().anyMatch(TrackTags::compilation),
                most(tags, TrackTags::year).orElse(null),
                most(files, file -> file.sound().format().name()).orElse(""),
                most(tags, one -> one.barcode().isEmpty() ? null : one.barcode())
                        .orElse(""),
                ids.size() == 1 ? ids.getFirst() : null);
    }

    /** Of one file, where too many lie in one folder to be looked at together. */
    static Edition alone(ScannedFile file) {
        Edition own = of(List.of(file));
        return new Edition(own.releaseArtist(), own.compilation(), null, "", own.barcode(), own.releaseId());
    }

    private static <T, V extends Comparable<V>> Optional<V> most(Collection<T> all, Function<T, V> what) {
        Map<V, Long> counts = all.stream()
                .map(what)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.<V, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey);
    }
}
