package app.tutti.room;

import app.tutti.web.entity.Origin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The home servers whose pages may host here ({@code TUTTI_PARTY_ORIGINS}). */
@ApplicationScoped
public class PartyOrigins {
    private Set<Origin> origins;

    protected PartyOrigins() {}

    @Inject
    public PartyOrigins(@ConfigProperty(name = "TUTTI_PARTY_ORIGINS") Optional<String> setting) {
        origins = Arrays.stream(setting.orElse("").split(","))
                .flatMap(each -> Origin.of(each).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @param origin as a browser says it; null where none was said */
    public boolean include(String origin) {
        return Origin.of(origin).filter(origins::contains).isPresent();
    }
}
