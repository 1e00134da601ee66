package de.ratssaal.voting;

import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Closes votes whose announced end has come, where the rules say that they end by themselves. Votes that were on their way then are
 * waited for. Of two nodes the second finds it closed.
 */
@Component
class EndPolls {

    private static final String JOB = "voting";
    private static final Logger LOG = LoggerFactory.getLogger(EndPolls.class);

    private final PollConduct conduct;
    private final JdbcClient database;
    private final Access access;
    private final Clock clock;

    EndPolls(PollConduct conduct, JdbcClient database, Access access, Clock clock) {
        this.conduct = conduct;
        this.database = database;
        this.access = access;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 500)
    void endAllDue() {
        due().forEach(id -> access.asSystem(JOB, () -> end(id)));
    }

    private List<PollId> due() {
        return database.sql("select id from voting_poll where state = 'OPEN' and ends_by_itself and ends_at <= ?")
                .param(clock.instant().minus(Poll.ON_THEIR_WAY).atOffset(ZoneOffset.UTC))
                .query((row, number) -> new PollId(row.getObject("id", UUID.class)))
                .list();
    }

    private void end(PollId id) {
        try {
            conduct.closeAtEnd(id);
        } catch (Refusal e) {
            // the chair sees a vote without an end, and why when they close it
            LOG.info("Poll {} could not be closed at its end: {}", id, e.key());
            conduct.takeEndBackIfDue(id);
        } catch (RuntimeException e) {
            LOG.error("Poll {} could not be closed at its end; it is tried again in a moment", id, e);
        }
    }
}
