package de.ratssaal.paper;

import de.ratssaal.identity.Access;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Papers as they are made searchable: all that they say, with who may read it. For the application itself. */
@Service
@Transactional(readOnly = true)
public class PaperContents {

    private final PaperRepository papers;
    private final PaperAccess visibility;
    private final AnswerStore answers;
    private final JdbcClient database;
    private final Access access;

    PaperContents(
            PaperRepository papers, PaperAccess visibility, AnswerStore answers, JdbcClient database, Access access) {
        this.papers = papers;
        this.visibility = visibility;
        this.answers = answers;
        this.database = database;
        this.access = access;
    }

    /** A paper with all its wordings. */
    public Optional<SearchablePaper> of(PaperId id) {
        access.requireSystem();
        return papers.findById(id)
                .map(paper -> paper.searchable(
                        visibility.readers(paper),
                        visibility.inner(paper),
                        visibility.preparing(paper),
                        answers.published(id).map(PublishedAnswer::text).orElse("")));
    }

    /** Whether an answer to the inquiry is released: its files can be read with it from then on. */
    public boolean isAnswered(PaperId inquiry) {
        access.requireSystem();
        return answers.published(inquiry).isPresent();
    }

    /** All papers, and all that were begun. */
    public List<PaperId> all() {
        access.requireSystem();
        return database.sql("select id from paper_paper order by drafted_at desc, id")
                .query((row, number) -> new PaperId(row.getObject("id", UUID.class)))
                .list();
    }

    /** Papers of a kind that whoever acts may read in addition, because they are asked to act on them. */
    public Collection<PaperId> askedOfWhoActs() {
        return visibility.asked();
    }
}
