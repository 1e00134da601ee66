package de.ratssaal.distribution.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.Notice;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.distribution.Delivery;
import de.ratssaal.distribution.DistributionLinks;
import de.ratssaal.distribution.Round;
import de.ratssaal.distribution.RoundKind;
import de.ratssaal.distribution.Rounds;
import de.ratssaal.meeting.Channel;
import de.ratssaal.meeting.Invitation;
import de.ratssaal.meeting.InvitationPost;
import de.ratssaal.meeting.Invitations;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.ui.InvitationPart;
import de.ratssaal.organization.Councils;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** On the page of an invitation: letters to print, and what was told after the invitation with how it reached each. */
@Component
class RoundsPart implements InvitationPart {

    /** What a mail server says never looks like this. */
    private static final Pattern KEY = Pattern.compile("[a-z]+(\\.[a-z-]+)+");

    private final Rounds rounds;
    private final Invitations invitations;
    private final ObjectProvider<InvitationPost> post;
    private final Councils councils;

    RoundsPart(Rounds rounds, Invitations invitations, ObjectProvider<InvitationPost> post, Councils councils) {
        this.rounds = rounds;
        this.invitations = invitations;
        this.post = post;
        this.councils = councils;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<Div> part(MeetingSummary meeting, Runnable changed) {
        if (meeting.state() == MeetingState.PLANNED) {
            return Optional.empty();
        }
        var all = new Div();
        all.addClassName("rs-part");
        paper(meeting, changed).ifPresent(all::add);
        rounds.of(meeting.id()).forEach(it -> all.add(card(meeting, it, changed)));
        return Optional.of(all);
    }

    private Optional<Card> paper(MeetingSummary meeting, Runnable changed) {
        var open = invitations.of(meeting.id()).stream()
                .filter(Invitation::isStanding)
                .filter(it -> it.channel() == Channel.PRINT && it.deliveredAt() == null)
                .map(Invitation::person)
                .sorted(Comparator.comparing(councils::nameOf))
                .collect(Collectors.toMap(it -> it, councils::nameOf, (one, other) -> one, LinkedHashMap::new));
        if (open.isEmpty() || meeting.state() == MeetingState.CANCELLED) {
            return Optional.empty();
        }
        var card = new Card(
                text("distribution.paper.title", open.size()),
                new Paragraph(text("distribution.paper.text", String.join(", ", open.values()))));
        var missing = open.keySet().stream()
                .filter(it ->
                        invitations.wayTo(meeting.id(), it).postalAddress().isBlank())
                .map(open::get)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            var remark =
                    new Paragraph(Symbol.WARNING.create(), new Span(text("meeting.channel.without-address", missing)));
            remark.addClassName("rs-problems");
            card.add(remark);
        }
        card.add(paperActions(DistributionLinks.letters(meeting.id()), () -> {
            invitations.handedOverOnPaper(meeting.id());
            changed.run();
        }));
        return Optional.of(card);
    }

    private Div paperActions(String address, Runnable handedOver) {
        var print = new Anchor(address, Symbol.PRINT.create(), new Span(text("distribution.paper.print")));
        print.setTarget(AnchorTarget.BLANK);
        print.addClassNames("rs-button", "rs-button-primary");
        print.getElement().setAttribute("router-ignore", true);
        var done = new Button(text("distribution.paper.handed-over"), Symbol.CHECK.create(), click -> {
            handedOver.run();
            Notice.success(text("distribution.paper.recorded"));
        });
        var actions = new Div(print, done);
        actions.addClassName("rs-actions");
        return actions;
    }

    private Card card(MeetingSummary meeting, Round round, Runnable changed) {
        var delivered = round.deliveries().stream()
                .filter(it -> it.deliveredAt() != null)
                .count();
        var sent = new Paragraph(text(
                "distribution.round.sent",
                at(meeting, round.sentAt()),
                delivered,
                round.deliveries().size()));
        sent.addClassName("rs-muted");
        var card = new Card(text("distribution.round." + round.kind()), sent);
        if (!round.note().isBlank()) {
            card.add(new Paragraph(
                    round.kind() == RoundKind.RETURN
                            ? text("distribution.round.released", round.note())
                            : round.note()));
        }
        if (round.deliveries().stream().anyMatch(it -> it.channel() == Channel.PRINT && it.deliveredAt() == null)) {
            if (round.kind() != RoundKind.SUPPLEMENT) {
                card.add(new Paragraph(text("distribution.paper.call")));
            }
            card.add(paperActions(DistributionLinks.letters(meeting.id(), round.number()), () -> {
                rounds.handedOverOnPaper(meeting.id(), round.number());
                changed.run();
            }));
        }
        var rows = new UnorderedList();
        rows.addClassName("rs-rows");
        round.deliveries().stream()
                .sorted(Comparator.comparing((Delivery it) -> it.deliveredAt() != null)
                        .thenComparing(it -> councils.nameOf(it.person())))
                .forEach(it -> rows.add(new ListItem(row(meeting, round, it, changed))));
        card.add(rows);
        return card;
    }

    private Div row(MeetingSummary meeting, Round round, Delivery delivery, Runnable changed) {
        var name = new Span(councils.nameOf(delivery.person()));
        name.addClassName("rs-row-title");
        var detail = new Span(text("meeting.channel.name." + delivery.channel()) + " · " + state(meeting, delivery));
        detail.addClassName("rs-row-detail");
        var words = new Span(name, detail);
        words.addClassName("rs-row-words");
        var row = new Div(words);
        row.addClassName("rs-row");
        if (delivery.deliveredAt() == null) {
            row.add(new Button(text("meeting.invitation.handed-over"), click -> {
                rounds.handedOver(meeting.id(), round.number(), delivery.person());
                changed.run();
            }));
            if (delivery.failure() != null) {
                post.stream()
                        .forEach(it -> row.add(new Button(text("meeting.invitation.again"), click -> {
                            it.sendAgain(meeting.id(), delivery.person());
                            Notice.success(text("meeting.invitation.again-soon"));
                        })));
            }
        }
        return row;
    }

    private static String state(MeetingSummary meeting, Delivery delivery) {
        var delivered = delivery.deliveredAt();
        var way = delivery.way();
        if (delivered != null && way != null) {
            var reached =
                    text("meeting.invitation.delivered-" + way.name().toLowerCase(Locale.ROOT), at(meeting, delivered));
            var opened = delivery.openedAt();
            return opened == null ? reached : reached + " · " + text("meeting.invitation.opened", at(meeting, opened));
        }
        var failure = delivery.failure();
        if (failure == null) {
            return text("meeting.invitation.under-way");
        }
        return KEY.matcher(failure).matches() ? text(failure) : text("meeting.invitation.failed", failure);
    }

    private static ZonedDateTime at(MeetingSummary meeting, Instant moment) {
        return moment.atZone(meeting.zone());
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
