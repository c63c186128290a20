package app.tutti.catalog.audio.boundary;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executor;

/** The threads that send what has been waited for. Looked up once: for each request that costs more than the request. */
@ApplicationScoped
public class Senders implements Executor {
    @Resource
    ManagedExecutorService threads;

    /** Made at the start: on the network's own threads, where a client may hang up first of all, nothing is injected. */
    void begin(@Observes @Initialized(ApplicationScoped.class) Object application) {}

    @Override
    public void execute(Runnable work) {
        threads.execute(work);
    }
}
