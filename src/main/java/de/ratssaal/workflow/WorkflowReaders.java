package de.ratssaal.workflow;

import de.ratssaal.identity.OrganizationId;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.PaperReaders;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets those read a paper who take part in its way: the office that writes it, and every office from the moment it is asked,
 * until the way ends. What is written after it is none of theirs; what it wrote itself the office keeps as it was released.
 * Whoever stands in for a head does so while they stand in.
 */
@Component
@Transactional(readOnly = true)
class WorkflowReaders implements PaperReaders {

    private final JdbcClient database;
    private final WhoActs who;

    WorkflowReaders(JdbcClient database, WhoActs who) {
        this.database = database;
        this.who = who;
    }

    @Override
    public boolean mayRead(PaperId paper) {
        var offices = ids(who.offices());
        return offices.length > 0
                && database.sql("""
                                select exists (select from workflow_process p
                                    where p.paper_id = :paper and p.ended_at is null
                                        and (p.author_office = any(:offices)
                                            or exists (select from workflow_station s where s.process_id = p.id
                                                and s.times_asked > 0 and s.office_id = any(:offices))))
                                """)
                        .param("paper", paper.value())
                        .param("offices", offices)
                        .query(Boolean.class)
                        .single();
    }

    @Override
    public boolean mayWrite(PaperId paper) {
        var offices = ids(who.offices());
        return offices.length > 0
                && database.sql("""
                                select exists (select from workflow_process
                                    where paper_id = :paper and ended_at is null and author_office = any(:offices))
                                """)
                        .param("paper", paper.value())
                        .param("offices", offices)
                        .query(Boolean.class)
                        .single();
    }

    @Override
    public Collection<PaperId> readable() {
        var offices = ids(who.offices());
        return offices.length == 0
                ? List.of()
                : database.sql("""
                                select p.paper_id from workflow_process p
                                where p.ended_at is null and p.author_office = any(:offices)
                                union
                                select p.paper_id from workflow_process p join workflow_station s on s.process_id = p.id
                                where p.ended_at is null and s.times_asked > 0 and s.office_id = any(:offices)
                                """)
                        .param("offices", offices)
                        .query((row, number) -> new PaperId(row.getObject("paper_id", UUID.class)))
                        .list();
    }

    @Override
    public boolean wrote(PaperId paper) {
        var offices = ids(who.offices());
        return offices.length > 0
                && database.sql("""
                                select exists (select from workflow_process
                                    where paper_id = :paper and state = 'RELEASED' and author_office = any(:offices))
                                """)
                        .param("paper", paper.value())
                        .param("offices", offices)
                        .query(Boolean.class)
                        .single();
    }

    @Override
    public Collection<PaperId> written() {
        var offices = ids(who.offices());
        return offices.length == 0
                ? List.of()
                : database.sql("""
                                select distinct paper_id from workflow_process
                                where state = 'RELEASED' and author_office = any(:offices)
                                """)
                        .param("offices", offices)
                        .query((row, number) -> new PaperId(row.getObject("paper_id", UUID.class)))
                        .list();
    }

    private static UUID[] ids(List<OrganizationId> offices) {
        return offices.stream().map(OrganizationId::value).toArray(UUID[]::new);
    }
}
