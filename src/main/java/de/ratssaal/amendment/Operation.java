package de.ratssaal.amendment;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import de.ratssaal.paper.DueDate;
import de.ratssaal.paper.ReportDuty;
import de.ratssaal.paper.ResolutionPoint;
import de.ratssaal.paper.ResolutionProposal;
import org.jspecify.annotations.Nullable;

/**
 * One change that an amendment makes to a proposal. Points and parts are named by their numbers in the proposal that is
 * amended, counted from 1, however many changes are made.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Operation.ReplaceAll.class, name = "REPLACE_ALL"),
    @JsonSubTypes.Type(value = Operation.ReplaceIntro.class, name = "REPLACE_INTRO"),
    @JsonSubTypes.Type(value = Operation.ReplaceText.class, name = "REPLACE_TEXT"),
    @JsonSubTypes.Type(value = Operation.ReplacePart.class, name = "REPLACE_PART"),
    @JsonSubTypes.Type(value = Operation.InsertPart.class, name = "INSERT_PART"),
    @JsonSubTypes.Type(value = Operation.DeletePart.class, name = "DELETE_PART"),
    @JsonSubTypes.Type(value = Operation.ChangeResponsible.class, name = "CHANGE_RESPONSIBLE"),
    @JsonSubTypes.Type(value = Operation.ChangeDue.class, name = "CHANGE_DUE"),
    @JsonSubTypes.Type(value = Operation.ChangeReport.class, name = "CHANGE_REPORT"),
    @JsonSubTypes.Type(value = Operation.DeletePoint.class, name = "DELETE_POINT"),
    @JsonSubTypes.Type(value = Operation.MovePoint.class, name = "MOVE_POINT"),
    @JsonSubTypes.Type(value = Operation.InsertPoint.class, name = "INSERT_POINT")
})
public sealed interface Operation {

    /** Another proposal in place of the whole. */
    record ReplaceAll(ResolutionProposal proposal) implements Operation {}

    /** Another introduction; may be empty. */
    record ReplaceIntro(String text) implements Operation {}

    /** Another wording of a point; its parts stay. */
    record ReplaceText(int point, String text) implements OnPoint {}

    record ReplacePart(int point, int part, String text) implements OnPoint {}

    /** A new part behind another; behind 0 it is the first. */
    record InsertPart(int point, int after, String text) implements OnPoint {}

    record DeletePart(int point, int part) implements OnPoint {}

    record ChangeResponsible(int point, @Nullable String responsible) implements OnPoint {}

    record ChangeDue(int point, @Nullable DueDate due) implements OnPoint {}

    record ChangeReport(int point, @Nullable ReportDuty report) implements OnPoint {}

    record DeletePoint(int point) implements OnPoint {}

    /** Another place for a point: where the one before it stands; before all others if that is 0. */
    record MovePoint(int point, int after) implements OnPoint {}

    /** A new point behind another; behind 0 it is the first. Its number follows from its place. */
    record InsertPoint(int after, ResolutionPoint inserted) implements Operation {}

    /** A change of one point. */
    sealed interface OnPoint extends Operation {

        int point();
    }
}
