package de.ratssaal.paper;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A resolution or a proposal for one, as read from a text. Every word of the text stands in one of its pieces.
 *
 * @param outcome what became of it; none if the text does not say
 * @param vote how it was voted on; none if the text does not say
 * @param before what stands before the wording: heading, outcome, vote
 * @param intro the wording before the first point
 * @param points the wording in its points
 * @param after what stands after the wording: reasons, result, signatures
 * @param remarks what was not understood or needs a look, in the order of the text
 */
public record ResolutionText(
        @Nullable StatedOutcome outcome,
        @Nullable StatedVote vote,
        String before,
        String intro,
        List<ResolutionPoint> points,
        String after,
        List<ReadingRemark> remarks) {

    public ResolutionText {
        points = List.copyOf(points);
        remarks = List.copyOf(remarks);
    }

    /** Reads a text as information systems print it, or as somebody pastes it. There is no text that cannot be read. */
    public static ResolutionText read(String text) {
        return new ResolutionReader(text).read();
    }

    /** The wording as a proposal, its points numbered without gaps. */
    public ResolutionProposal proposal() {
        return new ResolutionProposal(
                intro, points.stream().filter(it -> !it.isBlank()).toList());
    }

    /** Everything that was read, in order. */
    public String whole() {
        var pieces = new ArrayList<String>(List.of(before, intro));
        for (var point : points) {
            pieces.add(point.label());
            pieces.add(point.wording());
        }
        pieces.add(after);
        return String.join("\n", pieces.stream().filter(it -> !it.isEmpty()).toList());
    }
}
