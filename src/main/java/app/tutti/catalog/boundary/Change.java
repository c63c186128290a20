package app.tutti.catalog.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;

/** What is changed in it is changed whole or not at all. */
@ApplicationScoped
@Transactional
class Change {
    public void run(Runnable change) {
        change.run();
    }

    public <T> T get(Supplier<T> change) {
        return change.get();
    }
}
