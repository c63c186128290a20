package app.tutti.catalog.boundary;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Executor;

/** The threads that send what has been waited for. Looked up once: for each request that costs more than the request. */
@ApplicationScoped
public class Senders implements Executor {
    @Resource
    ManagedExecutorService threads;

    @Override
    public void execute(Runnable work) {
        threads.execute(work);
    }
}
