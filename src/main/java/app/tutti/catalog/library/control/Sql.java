package app.tutti.catalog.library.control;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;

/** PostgreSQL's own language, where a list needs what JPQL has no words for. Parameters are ?1, ?2 and so on. */
public record Sql(EntityManager entities) {
    /** A row of an answer. */
    public record Row(Object[] columns) {
        public long number(int column) {
            return ((Number) columns[column]).longValue();
        }

        Integer integer(int column) {
            return columns[column] == null ? null : Integer.valueOf(((Number) columns[column]).intValue());
        }

        public Double real(int column) {
            return columns[column] == null ? null : Double.valueOf(columns[column].toString());
        }

        public String text(int column) {
            return (String) columns[column];
        }
    }

    public List<Row> rows(String sql, Object... parameters) {
        return results(sql, parameters).stream()
                .map(row -> new Row(row instanceof Object[] columns ? columns : new Object[] {row}))
                .toList();
    }

    public long number(String sql, Object... parameters) {
        return rows(sql, parameters).getFirst().number(0);
    }

    private List<?> results(String sql, Object... parameters) {
        Query query = entities.createNativeQuery(sql);
        for (int index = 0; index < parameters.length; index++) {
            query.setParameter(index + 1, parameters[index]);
        }
        return query.getResultList();
    }
}
