package de.ratssaal.paper;

import de.ratssaal.organization.BodyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives papers their numbers. A number is taken in the transaction that makes or releases the paper: if that fails, the next
 * paper gets the number; until it ends, others wait.
 */
@Component
class PaperCounter {

    private final JdbcClient database;

    PaperCounter(JdbcClient database) {
        this.database = database;
    }

    PaperNumber next(BodyId body, int year, Numbering numbering) {
        return numbering.number(
                database.sql("""
                                insert into paper_counter (body_id, series, year, start, last)
                                values (:body, :series, :year, :start, :start)
                                on conflict (body_id, series, year) do update set last = paper_counter.last + 1
                                returning last
                                """)
                        .param("body", body.value())
                        .param("series", numbering.series())
                        .param("year", year)
                        .param("start", numbering.start())
                        .query(Integer.class)
                        .single(),
                year);
    }

    /** The number that would be given next. */
    PaperNumber preview(BodyId body, int year, Numbering numbering) {
        return numbering.number(
                database.sql("select last from paper_counter where body_id = ? and series = ? and year = ?")
                                .params(body.value(), numbering.series(), year)
                                .query(Integer.class)
                                .optional()
                                .orElse(numbering.start() - 1)
                        + 1,
                year);
    }

    /** Whether a paper of the body is known under this number already. */
    boolean isTaken(BodyId body, PaperNumber number) {
        return database.sql("select exists (select from paper_paper where body_id = ? and written = ?)")
                .params(body.value(), number.toString())
                .query(Boolean.class)
                .single();
    }
}
