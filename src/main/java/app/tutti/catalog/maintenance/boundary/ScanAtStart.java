package app.tutti.catalog.maintenance.boundary;

import app.tutti.catalog.files.control.DemoLibrary;
import app.tutti.catalog.files.control.MusicFolders;
import app.tutti.catalog.scan.control.FolderWatch;
import app.tutti.catalog.scan.control.ScanOrder;
import app.tutti.catalog.scan.control.ScanOrders;
import app.tutti.catalog.scan.control.Scanner;
import app.tutti.clock.FaultGuard;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.time.Duration;

/** Scans when the application has started and whenever somebody asks, on a thread that ends before the database does. */
@ApplicationScoped
public class ScanAtStart {
    /** A scan that ends early is not the last one, whatever a file's reader has thrown. */
    private static final FaultGuard SCAN = new FaultGuard("scan");

    private static final Duration A_WHILE = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Inject
    Scanner scanner;

    @Inject
    ScanOrders orders;

    @Inject
    MusicFolders folders;

    @Inject
    DemoLibrary demo;

    @Inject
    PushAfterScan push;

    @Resource
    ManagedThreadFactory threads;

    private Thread thread;
    private Thread watching;
    private volatile boolean stopped;

    void start(@Observes @Initialized(ApplicationScoped.class) ServletContext application) {
        demo.comeWith(application);
        orders.add(ScanOrder.CHANGES);
        thread = started("tutti-scan", threads.newThread(this::scan));
        // Not the container's: when one of its threads ends, it closes what others of its threads read the database
        // with.
        watching = started("tutti-watch", new Thread(this::watch));
    }

    private void watch() {
        folders.putInPlace();
        if (!folders.folders().isEmpty()) {
            new FolderWatch(folders.folders(), orders::add).run();
        }
    }

    private static Thread started(String name, Thread thread) {
        thread.setName(name);
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
        return thread;
    }

    private void scan() {
        try {
            while (!stopped) {
                scan(scanner.owesCovers() ? orders.take(A_WHILE, ScanOrder.CHANGES) : orders.take());
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void scan(ScanOrder order) {
        SCAN.run(() -> {
            scanner.scan(order);
            push.scanned();
        });
    }

    // Not @PreDestroy, which comes after everything of the web application is gone, the database too.
    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object stopping) {
        stopped = true;
        scanner.stop();
        orders.add(ScanOrder.CHANGES);
        watching.interrupt();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
