package de.ratssaal.paper;

import de.ratssaal.base.Refusal;
import de.ratssaal.organization.Councils;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whether a paper has everything that its template asks for. */
@Component
class Completeness {

    private final PaperTemplates templates;
    private final Sittings sittings;
    private final SignatureStore signatures;
    private final PaperCounter counter;
    private final Councils councils;
    private final Clock clock;

    Completeness(
            PaperTemplates templates,
            Sittings sittings,
            SignatureStore signatures,
            PaperCounter counter,
            Councils councils,
            Clock clock) {
        this.templates = templates;
        this.sittings = sittings;
        this.signatures = signatures;
        this.counter = counter;
        this.councils = councils;
        this.clock = clock;
    }

    /**
     * Before a release: what is missing is refused, and a paper without a number gets one.
     *
     * @throws Refusal if something is missing
     */
    void require(Paper paper) {
        requireNothingMissing(paper);
        if (!paper.number().isGiven()) {
            var numbering = template(paper).design().numbering();
            var year =
                    clock.instant().atZone(councils.body(paper.body()).zone()).getYear();
            paper.number(counter.next(paper.body(), year, numbering), numbering.series());
        }
    }

    /** @throws Refusal that names the first thing that is missing for the release */
    void requireNothingMissing(Paper paper) {
        missing(paper, manuscript(paper)).stream().findFirst().ifPresent(it -> {
            throw new Refusal(it.key(), it.arguments().toArray());
        });
    }

    /** The manuscript, or what a paper without one says. */
    Manuscript manuscript(Paper paper) {
        return sittings.latest(paper.id())
                .map(Sitting::manuscript)
                .orElseGet(() -> Manuscript.EMPTY.with(paper.content()));
    }

    PaperTemplate template(Paper paper) {
        return templates.version(paper.body(), paper.type(), paper.templateVersion());
    }

    /** Everything that is missing for the release, in the order of the paper. */
    List<Missing> missing(Paper paper, Manuscript manuscript) {
        var design = template(paper).design();
        var missing = new ArrayList<Missing>();
        if (manuscript.text(Places.TITLE).isBlank()) {
            missing.add(Missing.at(Places.TITLE, "paper.edit.title-missing"));
        }
        if (manuscript.text(Places.ORIGINATOR).isBlank()) {
            missing.add(Missing.at(Places.ORIGINATOR, "paper.release.originator-missing"));
        }
        for (var field : design.fields()) {
            if (field.required() && manuscript.text(Places.field(field.key())).isBlank()) {
                missing.add(Missing.at(Places.field(field.key()), "paper.missing.field", field.label()));
            }
        }
        missing.addAll(inProposal(paper, manuscript));
        for (var section : design.sections()) {
            if (section.required() && isEmpty(manuscript, section)) {
                missing.add(Missing.at(Places.section(section.key()), "paper.missing.section", section.heading()));
            }
        }
        for (var rival : manuscript.rivals()) {
            missing.add(Missing.at(rival.place(), "paper.missing.decision", rival.by()));
        }
        missing.addAll(signatures.missing(paper, design.signatures()));
        return missing;
    }

    private static List<Missing> inProposal(Paper paper, Manuscript manuscript) {
        var missing = new ArrayList<Missing>();
        if (paper.type().needsProposal() && manuscript.proposal().isEmpty()) {
            missing.add(Missing.at(
                    manuscript.rows().isEmpty()
                            ? Places.INTRO
                            : Places.row(manuscript.rows().getFirst()),
                    "paper.release.proposal-missing"));
            return missing; // that its points are empty goes without saying
        }
        for (var row : manuscript.rows()) {
            if (manuscript.text(Places.row(row)).isBlank() && !hasParts(manuscript, row)) {
                missing.add(Missing.at(Places.row(row), "paper.release.point-empty", manuscript.label(row)));
            }
            var from = Dates.day(manuscript.text(Places.row(row, Places.FROM)));
            var until = Dates.day(manuscript.text(Places.row(row, Places.UNTIL)));
            if (from.isPresent() && until.isEmpty()) {
                missing.add(Missing.at(Places.row(row, Places.UNTIL), "paper.point.until-missing"));
            } else if (from.isPresent() && until.get().isBefore(from.get())) {
                missing.add(Missing.at(Places.row(row, Places.UNTIL), "paper.point.ends-before-start"));
            }
        }
        return missing;
    }

    private static boolean hasParts(Manuscript manuscript, String row) {
        var next = manuscript.rows().indexOf(row) + 1;
        return !manuscript.isPart(row)
                && next < manuscript.rows().size()
                && manuscript.isPart(manuscript.rows().get(next));
    }

    private static boolean isEmpty(Manuscript manuscript, TemplateSection section) {
        var key = section.key();
        return switch (section.kind()) {
            case TEXT -> manuscript.text(Places.section(key)).isBlank();
            case FINANCES ->
                List.of(
                                Places.section(key),
                                Places.section(key, Places.ONCE),
                                Places.section(key, Places.YEARLY),
                                Places.section(key, Places.FUNDED))
                        .stream()
                        .allMatch(it -> manuscript.text(it).isBlank());
            case CLIMATE -> manuscript.text(Places.section(key, Places.RATING)).isEmpty();
        };
    }
}
