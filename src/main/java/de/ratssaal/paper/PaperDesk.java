package de.ratssaal.paper;

import de.ratssaal.base.Refusal;
import de.ratssaal.identity.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Papers that are being written, for the module that leads them to their release. */
@Service
@Transactional(readOnly = true)
public class PaperDesk {

    private final PaperRepository papers;
    private final PaperAccess access;
    private final DraftFingerprint fingerprint;
    private final Completeness completeness;
    private final PaperNews news;
    private final JdbcClient database;
    private final Clock clock;

    PaperDesk(
            PaperRepository papers,
            PaperAccess access,
            DraftFingerprint fingerprint,
            Completeness completeness,
            PaperNews news,
            JdbcClient database,
            Clock clock) {
        this.papers = papers;
        this.access = access;
        this.fingerprint = fingerprint;
        this.completeness = completeness;
        this.news = news;
        this.database = database;
        this.clock = clock;
    }

    /** The paper as it is being written, if there is one and whoever asks may read what is not released of it. */
    public Optional<PaperInHand> find(PaperId id) {
        return papers.findById(id).filter(access::mayReadDraft).map(this::inHand);
    }

    /** @throws NoSuchElementException if there is none, or none that whoever asks may read */
    public PaperInHand paper(PaperId id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("paper " + id));
    }

    /**
     * As {@link #paper}, and nobody changes the paper before the running transaction is over. Called before anything else is
     * read of it.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public PaperInHand hold(PaperId id) {
        return papers.findForAct(id)
                .filter(access::mayReadDraft)
                .map(this::inHand)
                .orElseThrow(() -> new NoSuchElementException("paper " + id));
    }

    /**
     * The paper sets out on its way: those who prepare it know of it from now on. Again it changes nothing.
     *
     * @throws Refusal if something is missing without which it could not be released at the end
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void handIn(PaperId id) {
        var paper = papers.findForAct(id)
                .filter(access::mayEdit)
                .orElseThrow(() -> new NoSuchElementException("paper " + id));
        completeness.requireNothingMissing(paper);
        paper.handIn(access.name(), clock.instant());
        papers.saveAndFlush(paper);
        news.changed(paper);
    }

    /** What papers are known by, for the application itself: not one of them is read whole. */
    public Map<PaperId, PaperHeading> headings(Collection<PaperId> ids) {
        access.requireSystem();
        return database
                .sql(
                        "select id, organization_id, number, year, written, type, title from paper_paper where id = any(?)")
                .param(ids.stream().map(PaperId::value).toArray(UUID[]::new))
                .query((row, number) -> Map.entry(new PaperId(row.getObject("id", UUID.class)), heading(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static PaperHeading heading(ResultSet row) throws SQLException {
        return new PaperHeading(
                new OrganizationId(row.getObject("organization_id", UUID.class)),
                new PaperNumber(row.getInt("number"), row.getInt("year"), row.getString("written")).toString(),
                PaperType.valueOf(row.getString("type")),
                row.getString("title"));
    }

    /** The paper as it was last released, if it was and whoever asks may see it; nothing of what was written since. */
    public Optional<PaperInHand> released(PaperId id) {
        return papers.findById(id)
                .filter(access::maySee)
                .flatMap(paper -> paper.released()
                        .map(it -> access.mayReadNonPublic(paper) ? it : it.forEverybody())
                        .map(it -> new PaperInHand(
                                paper.id(),
                                paper.number().toString(),
                                paper.body(),
                                paper.organization(),
                                paper.author(),
                                new PaperContent(
                                        paper.type(),
                                        it.title(),
                                        it.originator(),
                                        paper.isPublic(),
                                        it.proposal(),
                                        it.reasons(),
                                        it.details()),
                                paper.state(),
                                paper.revision(),
                                it.number(),
                                false,
                                false,
                                it.fingerprint())));
    }

    private PaperInHand inHand(Paper paper) {
        var draft = paper.draft();
        return new PaperInHand(
                paper.id(),
                paper.number().toString(),
                paper.body(),
                paper.organization(),
                paper.author(),
                draft.content(),
                paper.state(),
                draft.revision(),
                draft.version(),
                paper.awaitsRelease(),
                access.mayEdit(paper),
                fingerprint.of(paper));
    }
}
