package app.tutti.catalog.store.control;

import java.sql.SQLException;

/** The database did not take what was scanned. */
public class CatalogueUnwritable extends RuntimeException {
    public CatalogueUnwritable(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
