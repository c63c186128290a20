package app.tutti.catalog.control;

/** Runs a piece of work so that all of it is stored or nothing. */
public interface UnitOfWork {
    void run(Runnable work);
}
