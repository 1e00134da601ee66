package de.ratssaal.chamber.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import de.ratssaal.base.ui.Countdown;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.voting.PollConduct;
import de.ratssaal.voting.PollState;
import de.ratssaal.voting.PollSummary;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The announced end of an open vote: given at the desk, seen on every screen. */
final class VoteEnd {

    private static final List<Integer> SECONDS = List.of(30, 60, 120);

    /** How long before the end the clock warns. */
    private static final int WARNING_SECONDS = 10;

    private VoteEnd() {}

    /** The time that is left; nothing if no end was announced. */
    static Optional<Component> clock(Component on, PollSummary poll, Clock clock) {
        return Optional.ofNullable(poll.endsAt())
                .filter(it -> poll.state() == PollState.OPEN)
                .map(it -> {
                    var left = new Countdown(it, clock)
                            .warning(
                                    WARNING_SECONDS,
                                    on.getTranslation("chamber.end.left"),
                                    on.getTranslation("chamber.end.near", WARNING_SECONDS),
                                    on.getTranslation("chamber.end.over"));
                    left.addClassName("rs-vote-end");
                    return left;
                });
    }

    /** Where the chair gives the vote an end, or takes it back. */
    static Component atDesk(Component on, PollSummary poll, PollConduct polls, Consumer<Runnable> act) {
        var whole = new Div();
        whole.addClassName("rs-vote-end-desk");
        if (poll.endsAt() == null) {
            whole.add(new Span(on.getTranslation("chamber.end.announce")));
            for (var seconds : SECONDS) {
                var button = new Button(
                        on.getTranslation("chamber.end.seconds", seconds),
                        Symbol.WAITING.create(),
                        click -> act.accept(() -> polls.announceEnd(poll.id(), Duration.ofSeconds(seconds))));
                button.addThemeNames("small");
                whole.add(button);
            }
            return whole;
        }
        var back = new Button(
                on.getTranslation("chamber.end.take-back"),
                Symbol.UNDO.create(),
                click -> act.accept(() -> polls.takeEndBack(poll.id())));
        back.addThemeNames("small");
        whole.add(
                new Paragraph(on.getTranslation(
                        poll.endsByItself() ? "chamber.end.closes-by-itself" : "chamber.end.then-close")),
                back);
        return whole;
    }
}
