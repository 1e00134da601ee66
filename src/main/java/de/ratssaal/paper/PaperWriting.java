package de.ratssaal.paper;

import de.ratssaal.base.Refusal;
import de.ratssaal.organization.Classification;
import de.ratssaal.organization.Councils;
import java.time.Clock;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What authors do with a paper, several of them at a time if they like: what each writes is put together with what the
 * others wrote meanwhile. Nothing is overwritten.
 */
@Service
@Transactional
public class PaperWriting {

    private final PaperRepository papers;
    private final PaperAccess visibility;
    private final WritingDesk desk;
    private final Sittings sittings;
    private final Completeness completeness;
    private final PaperTemplates templates;
    private final Councils councils;
    private final PaperNews news;
    private final ObjectProvider<ReleaseGate> gates;
    private final Clock clock;

    PaperWriting(
            PaperRepository papers,
            PaperAccess visibility,
            WritingDesk desk,
            Sittings sittings,
            Completeness completeness,
            PaperTemplates templates,
            Councils councils,
            PaperNews news,
            ObjectProvider<ReleaseGate> gates,
            Clock clock) {
        this.papers = papers;
        this.visibility = visibility;
        this.desk = desk;
        this.sittings = sittings;
        this.completeness = completeness;
        this.templates = templates;
        this.councils = councils;
        this.news = news;
        this.gates = gates;
        this.clock = clock;
    }

    /**
     * Takes a paper onto the desk.
     *
     * @throws NoSuchElementException if there is none, or none that whoever asks may write in
     */
    public Sheet open(PaperId id) {
        var paper = forChange(id);
        return sheet(paper, desk.kept(paper));
    }

    /** The paper as it stands now, for those who have it on their desks. */
    @Transactional(readOnly = true)
    public Sheet look(PaperId id) {
        var paper = papers.findById(id).filter(visibility::mayEdit).orElseThrow(() -> unknown(id));
        return sheet(paper, completeness.manuscript(paper));
    }

    /**
     * Stores what somebody wrote, together with what others wrote meanwhile. Where both wrote the same words, what is there
     * already stays, and the other wording stands beside it until somebody decides.
     *
     * @param base what was written began from
     * @param mine what was written
     * @return how the paper stands now
     * @throws Refusal if something is too long; nothing is stored then
     */
    public Sheet write(PaperId id, Manuscript base, Manuscript mine) {
        var paper = forChange(id);
        var before = desk.kept(paper);
        var now = named(paper, ManuscriptMerge.merge(base, before, mine, visibility.name()));
        if (!now.equals(before)) {
            desk.write(paper, now);
        }
        return sheet(paper, now);
    }

    /**
     * Stores what a browser kept when it was closed in the middle of a word. What the same person typed on from words that
     * arrived before the browser heard of it is no second wording.
     *
     * @param base what was written began from, as far as the browser knew
     * @param place that was typed in
     */
    public Sheet recover(PaperId id, Manuscript base, Manuscript mine, String place) {
        var all = sittings.all(id);
        var before = all.size() < 2 ? "" : all.get(1).manuscript().text(place);
        var arrived = all.stream()
                .limit(1)
                .filter(it -> it.by().equals(visibility.name()))
                .map(it -> it.manuscript().text(place))
                .filter(it -> !it.equals(before) && mine.text(place).startsWith(it))
                .findFirst();
        return write(id, arrived.map(it -> base.with(place, it)).orElse(base), mine);
    }

    /** Decides between two wordings of the same place; nothing happens if somebody else did already. */
    public Sheet decide(PaperId id, Rival rival, RivalChoice choice) {
        var paper = forChange(id);
        var before = desk.kept(paper);
        if (!before.rivals().contains(rival)) {
            return sheet(paper, before);
        }
        var now = named(paper, before.decided(rival, choice));
        desk.write(paper, now);
        return sheet(paper, now);
    }

    /** Goes on with the newest template of the paper's kind. What the old one asked for is kept, should it be wanted again. */
    public Sheet switchTemplate(PaperId id) {
        var paper = forChange(id);
        desk.switchTo(paper, templates.keep(paper.body(), paper.type()));
        return sheet(paper, desk.kept(paper));
    }

    /**
     * Hands the paper in: the secretariat sees it from now on.
     *
     * @throws Refusal if something is missing, such as a signature
     */
    public void handIn(PaperId id) {
        var paper = forChange(id);
        visibility.requireAuthor(paper);
        completeness.missing(paper, desk.kept(paper)).stream().findFirst().ifPresent(it -> {
            throw new Refusal(it.key(), it.arguments().toArray());
        });
        paper.handIn(visibility.name(), clock.instant());
        papers.saveAndFlush(paper);
        news.changed(paper);
    }

    /** Whether whoever asks may give the paper back now. */
    @Transactional(readOnly = true)
    public boolean mayHandBack(PaperId id) {
        return papers.findById(id)
                .filter(visibility::mayRelease)
                .filter(it -> !it.author().isSecretariat() && !it.wasReleased() && !isUnderWay(it))
                .isPresent();
    }

    /**
     * Gives a paper that never was released back to its authors.
     *
     * @throws Refusal if it was released, or others are about to approve it
     */
    public void handBack(PaperId id) {
        var paper = forChange(id);
        visibility.requireSecretariat(paper);
        if (isUnderWay(paper)) {
            throw new Refusal("paper.hand-back.under-way");
        }
        paper.handBack(clock.instant());
        papers.saveAndFlush(paper);
        news.changed(paper);
    }

    /** What was written in the paper, sitting by sitting, the latest first; for those who write in it. */
    @Transactional(readOnly = true)
    public List<Sitting> history(PaperId id) {
        return papers.findById(id)
                .filter(visibility::mayEdit)
                .map(it -> sittings.all(it.id()))
                .orElse(List.of());
    }

    /** Whoever writes for a group or as a member is who brings it in: nobody writes in another's name. */
    private Manuscript named(Paper paper, Manuscript manuscript) {
        return namesItself(paper)
                ? manuscript.with(Places.ORIGINATOR, paper.content().originator())
                : manuscript;
    }

    private boolean namesItself(Paper paper) {
        var organization = paper.author().organization();
        return paper.author().person() != null
                || (organization != null
                        && councils.organization(organization).classification() == Classification.POLITICAL_GROUP);
    }

    private Sheet sheet(Paper paper, Manuscript manuscript) {
        var template = completeness.template(paper);
        return new Sheet(
                paper.id(),
                paper.number(),
                paper.body(),
                paper.organization(),
                paper.author(),
                paper.state(),
                template,
                templates.current(paper.body(), paper.type()).version() > template.version(),
                manuscript,
                paper.revision(),
                paper.wasReleased() ? paper.versions().size() : 0,
                paper.isHandedIn(),
                isLed(paper),
                namesItself(paper),
                completeness.missing(paper, manuscript),
                paper.changedBy(),
                paper.changedAt());
    }

    private boolean isLed(Paper paper) {
        var organization = paper.author().organization();
        return organization != null
                && councils.organization(organization).classification() == Classification.OFFICE
                && gates.stream().anyMatch(it -> it.leads(paper.body(), paper.type()));
    }

    private boolean isUnderWay(Paper paper) {
        return gates.stream().anyMatch(it -> it.isUnderWay(paper.id()));
    }

    private Paper forChange(PaperId id) {
        return papers.findForAct(id).filter(visibility::mayEdit).orElseThrow(() -> unknown(id));
    }

    private static NoSuchElementException unknown(PaperId id) {
        return new NoSuchElementException("paper " + id);
    }
}
