package de.ratssaal.voteorder.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import de.ratssaal.amendment.AmendmentDecision;
import de.ratssaal.amendment.AmendmentId;
import de.ratssaal.amendment.ui.AmendmentsOnItem;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.voteorder.VoteOrder;
import de.ratssaal.voteorder.VoteStep;
import de.ratssaal.voting.MotionKind;
import de.ratssaal.voting.ProceduralMotion;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The order of votes as a list: each with one sentence that says why it stands there, and its result once it is taken. */
final class VoteSteps {

    private VoteSteps() {}

    /** Whether there is more to say than that the item is voted on. */
    static boolean isShown(VoteOrder order) {
        return order.steps().size() > 1 || !order.votes().isEmpty();
    }

    /** @param tools what may be done with the step that comes next */
    static Component of(VoteOrder order, Function<VoteStep, Component> tools) {
        var list = new OrderedList();
        list.addClassName("rs-vote-steps");
        var next = order.next().orElse(null);
        for (var step : order.steps()) {
            list.add(entry(list, order, step, step.equals(next), tools));
        }
        return list;
    }

    private static ListItem entry(
            Component on, VoteOrder order, VoteStep step, boolean isNext, Function<VoteStep, Component> tools) {
        var title = new Span(title(on, step));
        title.addClassName("rs-row-title");
        var head = new Div(title);
        result(on, step).ifPresent(head::add);
        if (isNext) {
            head.add(new StatusBadge(Tone.INFO, Symbol.VOTE, on.getTranslation("voteorder.next")));
        }
        head.addClassName("rs-vote-step-head");
        var entry = new ListItem(head);
        if (!step.isDone()) {
            var why = new Paragraph(why(on, order, step));
            why.addClassName("rs-muted");
            entry.add(why);
        }
        counted(on, step).ifPresent(it -> {
            var line = new Paragraph(it);
            line.addClassName("rs-muted");
            entry.add(line);
        });
        if (isNext) {
            entry.add(tools.apply(step));
            entry.getElement().setAttribute("aria-current", "step");
        }
        entry.addClassNames(
                "rs-vote-step",
                step.isDone() ? "rs-vote-step-done" : isNext ? "rs-vote-step-next" : "rs-vote-step-open");
        return entry;
    }

    static String title(Component on, VoteStep step) {
        return switch (step) {
            case VoteStep.Motion(var motion) -> on.getTranslation("voteorder.step.motion", text(on, motion));
            case VoteStep.OfAmendment it ->
                on.getTranslation(
                        "voteorder.step.amendment",
                        AmendmentsOnItem.name(on, it.row().amendment()),
                        it.row().amendment().mover().name(),
                        it.row().amendment().title());
            case VoteStep.Merging it -> on.getTranslation("voteorder.step.merging");
            case VoteStep.OfPoint it ->
                on.getTranslation("voteorder.step.point", it.point().label());
            case VoteStep.Whole it ->
                on.getTranslation(it.withChanges() ? "voteorder.step.whole-changed" : "voteorder.step.whole");
        };
    }

    private static String text(Component on, ProceduralMotion motion) {
        return motion.kind() == MotionKind.OTHER
                ? motion.words()
                : on.getTranslation("chamber.motion.kind." + motion.kind());
    }

    private static String why(Component on, VoteOrder order, VoteStep step) {
        return switch (step) {
            case VoteStep.Motion it -> on.getTranslation("voteorder.why.motion");
            case VoteStep.OfAmendment it -> why(on, order, it);
            case VoteStep.Merging it -> on.getTranslation("voteorder.why.merging");
            case VoteStep.OfPoint it -> on.getTranslation("voteorder.why.point");
            case VoteStep.Whole it -> on.getTranslation("voteorder.why.whole");
        };
    }

    private static String why(Component on, VoteOrder order, VoteStep.OfAmendment step) {
        var settledBy = step.settledBy();
        if (settledBy != null) {
            return on.getTranslation("voteorder.why.settled", number(order, settledBy));
        }
        var reason = order.reasonOfOrder();
        if (reason != null) {
            return on.getTranslation("voteorder.why.given", reason);
        }
        var rivals = step.row().competitors().stream()
                .map(it -> number(order, it))
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining(", "));
        return rivals.isEmpty()
                ? on.getTranslation("voteorder.why.amendment", AmendmentsOnItem.reach(on, step.row()))
                : on.getTranslation("voteorder.why.competes", rivals, AmendmentsOnItem.reach(on, step.row()));
    }

    private static String number(VoteOrder order, AmendmentId amendment) {
        return order.steps().stream()
                .filter(it -> it instanceof VoteStep.OfAmendment of && of.id().equals(amendment))
                .map(it -> Integer.toString(
                        ((VoteStep.OfAmendment) it).row().amendment().number()))
                .findFirst()
                .orElse("");
    }

    private static Optional<Component> result(Component on, VoteStep step) {
        return switch (step) {
            case VoteStep.Motion(var motion) ->
                step.isDone()
                        ? Optional.of(
                                badge(on.getTranslation("chamber.motion.state." + motion.state()), motion.isAdopted()))
                        : Optional.empty();
            case VoteStep.OfAmendment it -> Optional.ofNullable(it.decision()).map(made -> outcome(on, made));
            case VoteStep.Merging it ->
                it.isDone() ? Optional.of(badge(on.getTranslation("voteorder.done"), true)) : Optional.empty();
            case VoteStep.OfPoint it ->
                Optional.ofNullable(it.poll()).map(poll -> {
                    var adopted = poll.outcome() != null && poll.outcome().isAdopted();
                    return badge(on.getTranslation("voteorder.outcome." + adopted), adopted);
                });
            case VoteStep.Whole it ->
                Optional.ofNullable(it.outcome())
                        .map(outcome -> badge(on.getTranslation("voting.outcome." + outcome), outcome.isAdopted()));
        };
    }

    private static Component outcome(Component on, AmendmentDecision decision) {
        return switch (decision.outcome()) {
            case ADOPTED -> badge(on.getTranslation("amendment.outcome.ADOPTED"), true);
            case REJECTED -> badge(on.getTranslation("amendment.outcome.REJECTED"), false);
            case SETTLED -> new StatusBadge(Tone.NEUTRAL, Symbol.CHECK, on.getTranslation("amendment.outcome.SETTLED"));
            case NOT_SUPPORTED -> badge(on.getTranslation("amendment.outcome.NOT_SUPPORTED"), false);
        };
    }

    static StatusBadge badge(String text, boolean isAdopted) {
        return new StatusBadge(isAdopted ? Tone.SUCCESS : Tone.NEUTRAL, isAdopted ? Symbol.YES : Symbol.NO, text);
    }

    private static Optional<String> counted(Component on, VoteStep step) {
        return switch (step) {
            case VoteStep.Motion(var motion) ->
                Optional.ofNullable(motion.votes())
                        .map(it -> on.getTranslation("chamber.motion.votes", it.yes(), it.no(), it.abstentions()));
            case VoteStep.OfAmendment it -> count(on, it.decision());
            case VoteStep.OfPoint it ->
                Optional.ofNullable(it.poll())
                        .map(poll -> on.getTranslation(
                                "chamber.motion.votes",
                                poll.tally().yes(),
                                poll.tally().no(),
                                poll.tally().abstentions()));
            case VoteStep.Merging it -> Optional.empty();
            case VoteStep.Whole it -> Optional.empty();
        };
    }

    private static Optional<String> count(Component on, @Nullable AmendmentDecision decision) {
        return Optional.ofNullable(decision)
                .map(AmendmentDecision::count)
                .map(it -> on.getTranslation("chamber.motion.votes", it.yes(), it.no(), it.abstentions()));
    }
}
