package de.ratssaal.paper;

import de.ratssaal.organization.BodyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives papers their numbers. A number is taken in the transaction that makes the paper: if that fails, the next paper gets
 * the number; until it ends, others wait.
 */
@Component
class PaperCounter {

    private final JdbcClient database;

    PaperCounter(JdbcClient database) {
        this.database = database;
    }

    PaperNumber next(BodyId body, int year) {
        return new PaperNumber(
                database.sql("""
                                insert into paper_counter (body_id, year, last) values (?, ?, 1)
                                on conflict (body_id, year) do update set last = paper_counter.last + 1
                                returning last
                                """)
                        .params(body.value(), year)
                        .query(Integer.class)
                        .single(),
                year);
    }
}
