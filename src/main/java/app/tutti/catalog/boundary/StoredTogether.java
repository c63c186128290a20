package app.tutti.catalog.boundary;

import app.tutti.catalog.control.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** A unit of work is a transaction of its own. */
@ApplicationScoped
class StoredTogether implements UnitOfWork {
    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void run(Runnable work) {
        work.run();
    }
}
