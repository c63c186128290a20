package app.tutti.catalog.control;

import java.sql.SQLException;

/** The database did not take what was scanned. */
class CatalogueUnwritable extends RuntimeException {
    CatalogueUnwritable(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
