package de.ratssaal.challenge.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.challenge.Challenge;
import de.ratssaal.challenge.MeetingChallenges;
import java.util.List;
import java.util.function.Function;

/** How challenges are shown, at the desk and on members' devices. */
final class ChallengeList {

    private ChallengeList() {}

    /** @param tools what may be done with one that is pending */
    static Component of(List<MeetingChallenges.Raised> raised, Function<MeetingChallenges.Raised, Component> tools) {
        var list = new UnorderedList();
        list.addClassName("rs-challenges");
        for (var each : raised) {
            var challenge = each.challenge();
            var entry = new ListItem(head(list, each), new Paragraph(challenge.reason()));
            var votes = challenge.votes();
            if (votes != null) {
                entry.add(line(list.getTranslation("challenge.votes", votes.yes(), votes.no(), votes.abstentions())));
            }
            var ground = challenge.ground();
            if (ground != null) {
                entry.add(line(list.getTranslation("challenge.ground", ground)));
            }
            if (challenge.isPending()) {
                entry.add(tools.apply(each));
            }
            entry.addClassName("rs-challenge");
            list.add(entry);
        }
        return list;
    }

    private static Component head(Component on, MeetingChallenges.Raised raised) {
        var challenge = raised.challenge();
        var what = new Span(challenge.question());
        what.addClassName("rs-row-title");
        var head = new Div(
                what,
                new Span(on.getTranslation(
                        challenge.enteredFor() ? "challenge.raised-for" : "challenge.raised-by", raised.by())),
                badge(on, challenge));
        head.addClassName("rs-challenge-head");
        return head;
    }

    private static Component badge(Component on, Challenge challenge) {
        var text = on.getTranslation("challenge.state." + challenge.state());
        return switch (challenge.state()) {
            case PENDING -> new StatusBadge(Tone.WARNING, Symbol.WAITING, text);
            case GRANTED -> new StatusBadge(Tone.SUCCESS, Symbol.YES, text);
            case REJECTED -> new StatusBadge(Tone.NEUTRAL, Symbol.NO, text);
            case WITHDRAWN -> new StatusBadge(Tone.NEUTRAL, Symbol.UNDO, text);
        };
    }

    private static Component line(String text) {
        var line = new Paragraph(text);
        line.addClassName("rs-muted");
        return line;
    }
}
