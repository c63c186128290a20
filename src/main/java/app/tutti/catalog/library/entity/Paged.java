package app.tutti.catalog.library.entity;

import java.util.List;

/**
 * A page of a long list.
 *
 * @param number from 1
 * @param size how many a full page has
 * @param total how many the whole list has
 */
public record Paged<T>(List<T> items, int number, int size, long total) {
    public boolean empty() {
        return items.isEmpty();
    }

    public int pages() {
        return pages(total, size);
    }

    /** As much as there are pages, whatever number an address asks for. */
    public static int within(int wanted, long total, int size) {
        return Math.clamp(wanted, 1, pages(total, size));
    }

    private static int pages(long total, int size) {
        return (int) Math.max(1, Math.ceilDiv(total, size));
    }
}
