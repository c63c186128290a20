package app.tutti.catalog.playlists.control;

import app.tutti.account.access.control.Caller;
import app.tutti.catalog.playlists.entity.FavouriteKind;
import app.tutti.catalog.playlists.entity.Owner;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** For the pages: what is a favourite of who asks. Each kind is asked for once, however many hearts a page has. */
@Named
@RequestScoped
public class Hearts {
    @Inject
    Caller caller;

    @Inject
    Favourites favourites;

    private final Map<FavouriteKind, Set<Long>> known = new EnumMap<>(FavouriteKind.class);

    public boolean has(String kind, long id) {
        return caller.isMember()
                && known.computeIfAbsent(FavouriteKind.of(kind).orElseThrow(), this::all)
                        .contains(id);
    }

    private Set<Long> all(FavouriteKind kind) {
        return Set.copyOf(favourites.ids(kind, Owner.of(caller.identity()), Favourites.MOST));
    }
}
