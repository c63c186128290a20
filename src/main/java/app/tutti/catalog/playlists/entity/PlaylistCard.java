package app.tutti.catalog.playlists.entity;

/**
 * A playlist without its entries.
 *
 * @param ownerName empty for the household's
 * @param mine whether who looks at it may change it
 * @param shared whether others see it
 * @param version to be told with a change
 * @param cover the hash of the first one among its tracks; may be null
 */
public record PlaylistCard(
        long id,
        String name,
        String ownerName,
        boolean mine,
        boolean shared,
        long version,
        long entries,
        long duration,
        String cover) {

    public long minutes() {
        return (duration + 59_999) / 60_000;
    }

    public int pages() {
        return (int) Math.max(1, Math.ceilDiv(entries, PAGE));
    }

    /** So many entries stand on one page. */
    public static final int PAGE = 500;
}
