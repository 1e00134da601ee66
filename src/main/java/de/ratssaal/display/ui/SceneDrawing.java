package de.ratssaal.display.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Unit;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import de.ratssaal.base.ui.Countdown;
import de.ratssaal.base.ui.SeatPlan;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.VoteBar;
import de.ratssaal.chamber.Board;
import de.ratssaal.chamber.ui.SeatPicture;
import de.ratssaal.display.DisplayLinks;
import de.ratssaal.display.OnScreen;
import de.ratssaal.election.ElectionState;
import de.ratssaal.election.ElectionSummary;
import de.ratssaal.election.RoundSummary;
import de.ratssaal.floor.Floor;
import de.ratssaal.floor.Speaker;
import de.ratssaal.floor.SpeechKind;
import de.ratssaal.floor.SpeechRequest;
import de.ratssaal.floor.ui.SpeechClock;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.urn.SecretPollId;
import de.ratssaal.urn.UrnSummary;
import de.ratssaal.urn.UrnsOfMeeting;
import de.ratssaal.voting.BallotMode;
import de.ratssaal.voting.PollSummary;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;

/** Draws what a screen in the hall shows, to be read from the last row. */
final class SceneDrawing {

    /** More names are not to be read from the last row. */
    private static final int MOST_WAITING = 6;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Component view;
    private final String publicUrl;
    private final Clock clock;

    SceneDrawing(Component view, String publicUrl, Clock clock) {
        this.view = view;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    Component draw(OnScreen now) {
        return switch (now.scene()) {
            case BLANK -> new Div();
            case CLOSED_DOORS -> new Div(new H1(text("display.closed-doors")));
            case OVER -> new Div(new H1(text("display.over")));
            case WELCOME -> welcome(now);
            case ITEM -> item(now);
            case SPEAKERS -> speakers(now);
            case VOTE -> vote(now.board());
            case RESULT -> result(now.board());
            case ELECTION -> election(now);
            case SEATS -> seats(now.board());
            case MESSAGE -> message(now.screen().showing().message());
            case BREAK -> pause(now);
            case CHECK_IN -> checkIn(now.board().meeting().id(), Objects.requireNonNull(now.code()));
        };
    }

    private Component welcome(OnScreen now) {
        var meeting = now.board().meeting();
        var whole = new Div(new H1(meeting.title()));
        if (!meeting.state().isRunning()) {
            whole.add(big(text("display.begins", TIME.format(meeting.start()))));
        }
        var code = now.code();
        if (code != null && !meeting.state().isRunning()) {
            whole.add(codeBeside(meeting.id(), code));
        }
        return whole;
    }

    private Component item(OnScreen now) {
        var whole = new Div();
        now.board().currentItem().ifPresent(it -> {
            var number = new Span(it.number());
            number.addClassName("rs-display-number");
            whole.add(new H1(number, new Span(it.title())));
        });
        now.floor()
                .flatMap(it -> Optional.ofNullable(it.speaking()).map(speech -> speaking(it, speech)))
                .ifPresent(whole::add);
        return whole;
    }

    private Component speaking(Floor floor, SpeechRequest speech) {
        var line = new Div(nameOf(speech), new SpeechClock(speech, floor.warningSeconds(), clock));
        line.addClassName("rs-display-speaker");
        return line;
    }

    private Component nameOf(SpeechRequest speech) {
        var speaker = speech.speaker();
        var name = new Span(name(speaker));
        name.addClassName("rs-display-name");
        var line = new Div(name);
        var group = speaker.groupShortName();
        if (group != null) {
            var party = new Span(group);
            party.addClassName("rs-display-group");
            line.add(party);
        }
        if (speech.kind() != SpeechKind.SPEECH) {
            var kind = new Span(text("floor.kind." + speech.kind()));
            kind.addClassName("rs-display-group");
            line.add(kind);
        }
        return line;
    }

    private String name(Speaker speaker) {
        return speaker.name().isEmpty() && speaker.guest() != null
                ? text("floor.guest." + speaker.guest())
                : speaker.name();
    }

    private Component speakers(OnScreen now) {
        var whole = new Div(new H1(text("display.speakers")));
        var floor = now.floor().orElse(null);
        if (floor == null || floor.speaking() == null && floor.waiting().isEmpty()) {
            whole.add(big(text("display.nobody-speaks")));
            return whole;
        }
        var speech = floor.speaking();
        if (speech != null) {
            whole.add(speaking(floor, speech));
        }
        var list = new OrderedList();
        list.addClassName("rs-display-waiting");
        floor.waiting().stream().limit(MOST_WAITING).forEach(it -> list.add(new ListItem(nameOf(it))));
        whole.add(list);
        if (floor.waiting().size() > MOST_WAITING) {
            whole.add(
                    new Paragraph(text("display.more-speakers", floor.waiting().size() - MOST_WAITING)));
        }
        return whole;
    }

    private Component vote(Board board) {
        var poll = board.openPoll().orElseThrow();
        var urn = board.part(UrnsOfMeeting.class)
                .flatMap(UrnsOfMeeting::running)
                .filter(it -> it.poll().equals(SecretPollId.of(poll.id())) && it.openingHead() != null);
        var state = urn.filter(it -> it.closingHead() != null).isPresent()
                ? text("display.vote.counting")
                : text("display.vote.running." + poll.mode());
        var whole = new Div(banner(state), question(board, poll));
        // of a secret vote not even how far it is
        if (poll.mode() != BallotMode.SECRET) {
            var voted = board.countVoted();
            var all = Math.max(voted, board.countMayVote());
            var bar = new Div();
            bar.setWidth(all == 0 ? 0 : 100f * voted / all, Unit.PERCENTAGE);
            var track = new Div(bar);
            track.addClassName("rs-display-progress");
            track.getElement().setAttribute("aria-hidden", "true");
            whole.add(
                    big(text(board.isByHands() ? "display.vote.progress" : "chamber.poll.progress-votes", voted, all)),
                    track);
        }
        urn.ifPresent(it ->
                whole.add(big(text("display.vote.cast", it.cast(), it.voters().size())), hashes(it)));
        var end = poll.endsAt();
        if (end != null) {
            whole.add(big(new Countdown(end, clock), "rs-display-vote-end"));
        }
        return whole;
    }

    private Component question(Board board, PollSummary poll) {
        var number = board.agenda().stream()
                .filter(it -> it.id().equals(poll.item()))
                .map(it -> it.number())
                .findFirst();
        var heading = new H1();
        number.ifPresent(it -> {
            var shown = new Span(it);
            shown.addClassName("rs-display-number");
            heading.add(shown);
        });
        heading.add(new Span(poll.question().question()));
        return heading;
    }

    private Component result(Board board) {
        var poll = Objects.requireNonNull(board.poll());
        var tally = poll.tally();
        var adopted = poll.outcome() != null && poll.outcome().isAdopted();
        var outcome = new Div(
                (adopted ? Symbol.YES : Symbol.NO).create(), new Span(text("voting.outcome." + poll.outcome())));
        outcome.addClassNames("rs-display-outcome", adopted ? "rs-display-adopted" : "rs-display-rejected");
        var whole = new Div(
                question(board, poll),
                outcome,
                new VoteBar(new VoteBar.Votes(tally.yes(), tally.no(), tally.abstentions(), 0, poll.recused())));
        if (poll.invalid() > 0) {
            whole.add(new Paragraph(text("voting.result.invalid", poll.invalid())));
        }
        if (poll.isDecidedByChair()) {
            whole.add(new Paragraph(text("voting.casting-vote")));
        }
        if (poll.mode() != BallotMode.SECRET && board.seats().stream().anyMatch(it -> it.choice() != null)) {
            whole.add(new SeatPlan(text("display.seats"), SeatPicture.votes(board, null)));
        }
        board.part(UrnsOfMeeting.class)
                .flatMap(it -> it.settledOn(poll.item()))
                .filter(it -> it.poll().equals(SecretPollId.of(poll.id())))
                .ifPresent(it -> whole.add(hashes(it)));
        return whole;
    }

    /** What everybody in the hall compares with their device and with the minutes. */
    private Component hashes(UrnSummary urn) {
        var lines = new DescriptionList();
        urn.hashes()
                .forEach((of, hash) -> lines.add(
                        new DescriptionList.Term(text("display.vote.hash." + of)),
                        new DescriptionList.Description(UrnSummary.compared(hash))));
        var whole = new Div();
        urn.latestHead().ifPresent(it -> whole.add(new RoomQr(it, text("display.vote.head-qr"))));
        whole.add(lines);
        whole.addClassName("rs-display-hashes");
        return whole;
    }

    private Component election(OnScreen now) {
        var election = now.election().orElseThrow();
        var urns = now.board().part(UrnsOfMeeting.class);
        var urn = urns.flatMap(UrnsOfMeeting::running)
                .filter(it -> it.openingHead() != null && isOf(election, it))
                .filter(it -> isRunning(election));
        var isCounting = urn.filter(it -> it.closingHead() != null).isPresent();
        var whole = new Div(
                banner(isCounting ? text("display.vote.counting") : state(election)), new H1(election.office()));
        if (isRunning(election)) {
            urn.ifPresent(it -> whole.add(
                    big(text("display.vote.cast", it.cast(), it.voters().size())), hashes(it)));
            return whole;
        }
        var list = new UnorderedList();
        list.addClassName("rs-display-candidates");
        now.electionVotes().forEach(it -> {
            var bar = new Div();
            bar.setWidth(it.width(), Unit.PERCENTAGE);
            var track = new Div(bar);
            track.addClassName("rs-display-progress");
            track.getElement().setAttribute("aria-hidden", "true");
            var count = new Span(String.valueOf(it.votes()));
            count.addClassName("rs-display-count");
            list.add(new ListItem(new Span(it.name()), count, track));
        });
        whole.add(list);
        var elected = election.elected().stream()
                .filter(it -> !Boolean.FALSE.equals(it.accepts()))
                .map(it -> election.nameOf(it.candidate()))
                .toList();
        if (!elected.isEmpty()) {
            whole.add(big(text("display.election.elected", String.join(", ", elected))));
        }
        urns.flatMap(it -> it.settledOn(election.item()))
                .filter(it -> isOf(election, it))
                .ifPresent(it -> whole.add(hashes(it)));
        return whole;
    }

    private static boolean isOf(ElectionSummary election, UrnSummary urn) {
        return election.rounds().stream().anyMatch(it -> urn.poll().equals(SecretPollId.of(it.id())));
    }

    private static boolean isRunning(ElectionSummary election) {
        return election.currentRound().filter(RoundSummary::isRunning).isPresent();
    }

    private String state(ElectionSummary election) {
        return isRunning(election)
                ? text(
                        election.currentRound().filter(RoundSummary::isByHands).isPresent()
                                ? "display.election.running-by-hands"
                                : "display.election.running")
                : election.state() == ElectionState.LOT
                        ? text("display.election.lot")
                        : text("display.election.result");
    }

    private Component seats(Board board) {
        return new Div(
                new H1(text("display.seats")),
                new SeatPlan(text("display.seats"), SeatPicture.attendance(board, null)));
    }

    private Component message(String message) {
        var heading = new H1(message);
        heading.addClassName("rs-display-message");
        return new Div(heading);
    }

    private Component pause(OnScreen now) {
        var whole = new Div(new H1(text("display.break")));
        var until = now.breakUntil();
        if (until != null) {
            whole.add(
                    big(text("display.break.until", time(now, until))),
                    big(new Countdown(until, clock), "rs-display-countdown"));
        }
        return whole;
    }

    private static String time(OnScreen now, Instant moment) {
        return TIME.format(moment.atZone(now.board().meeting().zone()));
    }

    private Component checkIn(MeetingId meeting, String code) {
        return new Div(new H1(text("display.check-in")), codeBeside(meeting, code));
    }

    private Component codeBeside(MeetingId meeting, String code) {
        var digits = new Div(code.substring(0, 3) + " " + code.substring(3));
        digits.addClassName("rs-display-code");
        var words = new Div(new Paragraph(text("display.check-in.how")), digits);
        var whole = new Div(
                new RoomQr(publicUrl + "/app/" + DisplayLinks.checkIn(meeting, code), text("display.check-in.qr")),
                words);
        whole.addClassName("rs-display-check-in");
        return whole;
    }

    private Component banner(String text) {
        var banner = new Paragraph(text);
        banner.addClassName("rs-display-banner");
        return banner;
    }

    private static Component big(String text) {
        return big(new Span(text), "rs-display-big");
    }

    private static Component big(Component content, String className) {
        var line = new Div(content);
        line.addClassName(className);
        return line;
    }

    private String text(String key, Object... arguments) {
        return view.getTranslation(key, arguments);
    }
}
