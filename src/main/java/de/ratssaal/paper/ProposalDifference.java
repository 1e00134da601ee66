package de.ratssaal.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two proposals, point by point. A point that was moved is recognized by its words.
 *
 * @param points in the order of the later proposal; removed points stand where they stood
 */
public record ProposalDifference(TextDifference intro, List<PointDifference> points) {

    public ProposalDifference {
        points = List.copyOf(points);
    }

    /**
     * A point that both have, or only one of them.
     *
     * @param placeBefore its place in the earlier proposal, counted from 1; 0 if it was not there
     * @param placeAfter its place in the later proposal, counted from 1; 0 if it was removed
     * @param before as it was; none if it is new
     * @param after as it is; none if it was removed
     * @param moved whether it changed its place among the others
     * @param text wording without the parts
     */
    public record PointDifference(
            int placeBefore,
            int placeAfter,
            @Nullable ResolutionPoint before,
            @Nullable ResolutionPoint after,
            boolean moved,
            TextDifference text,
            List<PartDifference> parts) {

        public PointDifference {
            parts = List.copyOf(parts);
        }

        /** Whether nothing changed but perhaps its number. */
        public boolean isSame() {
            return !moved && saysTheSame();
        }

        /** Whether wording and duties are the same, wherever it stands. */
        public boolean saysTheSame() {
            return before != null && after != null && text.isEmpty() && partsAreSame() && dutiesAreSame();
        }

        private boolean partsAreSame() {
            return parts.stream()
                    .noneMatch(it -> it.moved()
                            || it.before().isEmpty()
                            || it.after().isEmpty()
                            || !it.text().isEmpty());
        }

        public boolean dutiesAreSame() {
            return before != null
                    && after != null
                    && Objects.equals(before.responsible(), after.responsible())
                    && Objects.equals(before.due(), after.due())
                    && Objects.equals(before.report(), after.report());
        }
    }

    /**
     * A part of a point.
     *
     * @param placeBefore its place in the point as it was, counted from 1; 0 if it is new
     * @param placeAfter its place in the point as it is, counted from 1; 0 if it was removed
     * @param before its label as it was, such as {@code (1)}; empty if it is new
     * @param after its label as it is; empty if it was removed
     */
    public record PartDifference(
            int placeBefore, int placeAfter, String before, String after, boolean moved, TextDifference text) {}

    public static ProposalDifference between(ResolutionProposal before, ResolutionProposal after) {
        var points = new ArrayList<PointDifference>();
        for (var pair : Pairs.of(wordings(before), wordings(after))) {
            points.add(point(
                    pair.before() + 1,
                    pair.after() + 1,
                    pair.isAdded() ? null : before.points().get(pair.before()),
                    pair.isRemoved() ? null : after.points().get(pair.after()),
                    pair.moved()));
        }
        return new ProposalDifference(TextDifference.between(before.intro(), after.intro()), points);
    }

    /** Compares two points, whatever their places. */
    public static PointDifference point(@Nullable ResolutionPoint before, @Nullable ResolutionPoint after) {
        return point(before == null ? 0 : 1, after == null ? 0 : 1, before, after, false);
    }

    private static PointDifference point(
            int placeBefore,
            int placeAfter,
            @Nullable ResolutionPoint before,
            @Nullable ResolutionPoint after,
            boolean moved) {
        var parts = before == null ? List.<SubPoint>of() : before.subPoints();
        var partsAfter = after == null ? List.<SubPoint>of() : after.subPoints();
        var compared = new ArrayList<PartDifference>();
        for (var pair : Pairs.of(
                parts.stream().map(SubPoint::text).toList(),
                partsAfter.stream().map(SubPoint::text).toList())) {
            var one = pair.isAdded() ? new SubPoint("", "") : parts.get(pair.before());
            var other = pair.isRemoved() ? new SubPoint("", "") : partsAfter.get(pair.after());
            compared.add(new PartDifference(
                    pair.before() + 1,
                    pair.after() + 1,
                    one.label(),
                    other.label(),
                    pair.moved(),
                    TextDifference.between(one.text(), other.text())));
        }
        return new PointDifference(
                placeBefore,
                placeAfter,
                before,
                after,
                moved,
                TextDifference.between(before == null ? "" : before.text(), after == null ? "" : after.text()),
                compared);
    }

    private static List<String> wordings(ResolutionProposal proposal) {
        return proposal.points().stream().map(ResolutionPoint::wording).toList();
    }

    public boolean isEmpty() {
        return intro.isEmpty() && points.stream().allMatch(PointDifference::isSame);
    }
}
