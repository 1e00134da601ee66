package de.ratssaal.amendment;

import de.ratssaal.amendment.AmendmentOverview.Change;
import de.ratssaal.amendment.AmendmentOverview.Passage;
import de.ratssaal.amendment.AmendmentOverview.Row;
import de.ratssaal.paper.ProposalDifference.PointDifference;
import de.ratssaal.paper.ResolutionPoint;
import de.ratssaal.paper.ResolutionProposal;
import de.ratssaal.paper.TextDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sets a synopsis as text: original, what each amendment wants, and what came of it. */
final class SynopsisRows {

    private final ResolutionProposal base;
    private final Map<Integer, ProposalChanges> amendments;
    private final @Nullable ProposalChanges result;

    /** @param amendments by their numbers, in the order of voting */
    SynopsisRows(ResolutionProposal base, Map<Integer, ProposalChanges> amendments, @Nullable ProposalChanges result) {
        this.base = base;
        this.amendments = amendments;
        this.result = result;
    }

    List<Row> rows() {
        var rows = new ArrayList<Row>();
        if (changesIntro()) {
            rows.add(intro());
        }
        for (var number = 0; number <= base.points().size(); number++) {
            var at = number;
            if (amendments.values().stream().anyMatch(it -> it.changes(at)) || result != null && result.changes(at)) {
                rows.add(row(number));
            }
        }
        return rows;
    }

    private boolean changesIntro() {
        return amendments.values().stream()
                        .anyMatch(it -> !it.difference().intro().isEmpty())
                || result != null && !result.difference().intro().isEmpty();
    }

    private Row intro() {
        var changes = new ArrayList<Change>();
        amendments.forEach((number, it) -> {
            if (!it.difference().intro().isEmpty()) {
                changes.add(new Change(
                        number,
                        List.of(new Passage(
                                Passage.Kind.CHANGED, "", it.difference().intro(), null))));
            }
        });
        return new Row(
                "",
                true,
                base.intro(),
                changes,
                result == null
                        ? List.of()
                        : List.of(new Passage(
                                Passage.Kind.CHANGED,
                                "",
                                same(result.difference().intro().after()),
                                null)));
    }

    private Row row(int number) {
        var original = number == 0 ? null : base.points().get(number - 1);
        var changes = new ArrayList<Change>();
        amendments.forEach((amendment, it) -> {
            var passages = it.at(number).stream()
                    .filter(point -> !point.isSame())
                    .map(SynopsisRows::passage)
                    .toList();
            if (!passages.isEmpty()) {
                changes.add(new Change(amendment, passages));
            }
        });
        return new Row(
                original == null ? "" : label(original),
                false,
                original == null ? "" : original.wording(),
                changes,
                result == null
                        ? List.of()
                        : result.at(number).stream()
                                .filter(it -> it.after() != null)
                                .map(SynopsisRows::merged)
                                .toList());
    }

    private static Passage passage(PointDifference point) {
        var before = point.before();
        var after = point.after();
        if (after == null) {
            var fallen = before == null ? "" : before.wording();
            return new Passage(
                    Passage.Kind.DELETED,
                    before == null ? "" : label(before),
                    TextDifference.replaced(fallen, ""),
                    null);
        }
        var text = TextDifference.between(before == null ? "" : before.wording(), after.wording());
        var kind = before == null ? Passage.Kind.NEW : point.moved() ? Passage.Kind.MOVED : Passage.Kind.CHANGED;
        return new Passage(kind, label(after), text, before == null || !point.dutiesAreSame() ? after : null);
    }

    private static Passage merged(PointDifference point) {
        var after = point.after();
        if (after == null) {
            throw new IllegalArgumentException("it fell away");
        }
        return new Passage(Passage.Kind.CHANGED, label(after), same(after.wording()), after);
    }

    private static TextDifference same(String text) {
        return TextDifference.between(text, text);
    }

    private static String label(ResolutionPoint point) {
        return point.label().isEmpty() ? "01" : point.label();
    }
}
