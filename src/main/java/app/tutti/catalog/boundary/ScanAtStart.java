package app.tutti.catalog.boundary;

import app.tutti.catalog.control.DemoLibrary;
import app.tutti.catalog.control.Scanner;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Scans when the application has started, on a thread of its own that ends before the database does. */
@ApplicationScoped
class ScanAtStart {
    private static final Logger LOG = Logger.getLogger(ScanAtStart.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Inject
    Scanner scanner;

    @Inject
    DemoLibrary demo;

    @Resource
    ManagedThreadFactory threads;

    private Thread thread;

    void start(@Observes @Initialized(ApplicationScoped.class) ServletContext application) {
        demo.comeWith(application);
        thread = threads.newThread(this::scan);
        thread.setName("tutti-scan");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    private void scan() {
        try {
            scanner.scan();
        } catch (RuntimeException failed) {
            LOG.log(Level.SEVERE, "[catalog] The scan ended early", failed);
        }
    }

    // Not @PreDestroy, which comes after everything of the web application is gone, the database too.
    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object stopped) {
        scanner.stop();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
