package de.ratssaal.paper;

import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.AccountId;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.organization.Councils;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Stores what is written in papers, with its history. Whether somebody may write is asked before. */
@Component
class WritingDesk {

    private final PaperRepository papers;
    private final PaperTemplates templates;
    private final PaperCounter counter;
    private final Sittings sittings;
    private final SignatureStore signatures;
    private final Completeness completeness;
    private final Councils councils;
    private final PaperNews news;
    private final PaperAccess visibility;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WritingDesk(
            PaperRepository papers,
            PaperTemplates templates,
            PaperCounter counter,
            Sittings sittings,
            SignatureStore signatures,
            Completeness completeness,
            Councils councils,
            PaperNews news,
            PaperAccess visibility,
            Access access,
            ApplicationEventPublisher events,
            Clock clock) {
        this.papers = papers;
        this.templates = templates;
        this.counter = counter;
        this.sittings = sittings;
        this.signatures = signatures;
        this.completeness = completeness;
        this.councils = councils;
        this.news = news;
        this.visibility = visibility;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    PaperId begin(OrganizationId organization, PaperAuthor author, PaperContent content) {
        return begin(organization, author, content, Manuscript.EMPTY.with(content));
    }

    PaperId begin(OrganizationId organization, PaperAuthor author, PaperContent content, Manuscript manuscript) {
        var body = councils.body(councils.organization(organization).body());
        var template = templates.keep(body.id(), content.type());
        var numbering = template.design().numbering();
        var now = clock.instant();
        var year = now.atZone(body.zone()).getYear();
        var number = numbering.atRelease() ? PaperNumber.none(year) : counter.next(body.id(), year, numbering);
        var paper =
                new Paper(number, numbering.series(), template, organization, author, content, visibility.name(), now);
        papers.saveAndFlush(paper);
        sittings.begin(paper.id(), 1, 1, manuscript, account(), visibility.name(), now);
        news.changed(paper);
        return paper.id();
    }

    /** Everything anew, by somebody who saw a certain revision. */
    void edit(Paper paper, int seen, PaperContent content) {
        requireSameSeries(paper, content.type());
        var before = paper.revision();
        var manuscript = kept(paper);
        paper.edit(seen, content, visibility.name(), clock.instant());
        if (paper.revision() != before) {
            store(paper, manuscript.with(content));
        }
    }

    void write(Paper paper, Manuscript now) {
        kept(paper);
        var design = completeness.template(paper).design();
        paper.write(now.content(paper.type(), design, paper.title()), visibility.name(), clock.instant());
        store(paper, now);
    }

    void switchTo(Paper paper, PaperTemplate template) {
        paper.switchTo(template);
        write(paper, kept(paper));
    }

    /** What is written, from now on with a history. */
    Manuscript kept(Paper paper) {
        return sittings.latest(paper.id()).map(Sitting::manuscript).orElseGet(() -> {
            var manuscript = Manuscript.EMPTY.with(paper.content());
            sittings.begin(paper.id(), 1, paper.revision(), manuscript, null, paper.changedBy(), paper.changedAt());
            return manuscript;
        });
    }

    private void store(Paper paper, Manuscript now) {
        papers.saveAndFlush(paper);
        var at = clock.instant();
        if (sittings.record(paper.id(), paper.revision(), now, account(), visibility.name(), at)) {
            events.publishEvent(new PaperWritten(paper.id(), paper.revision(), at));
        }
        signatures.voidOthers(paper);
        news.changed(paper);
    }

    /** A number that was given says of which kind it is. */
    private void requireSameSeries(Paper paper, PaperType type) {
        if (type != paper.type()
                && (!paper.author().isSecretariat()
                        || !templates
                                .current(paper.body(), type)
                                .design()
                                .numbering()
                                .series()
                                .equals(completeness
                                        .template(paper)
                                        .design()
                                        .numbering()
                                        .series()))) {
            throw new Refusal("paper.edit.type-fixed");
        }
    }

    private @Nullable AccountId account() {
        return access.signedIn().map(it -> it.account()).orElse(null);
    }
}
