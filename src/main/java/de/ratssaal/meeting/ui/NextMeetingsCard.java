package de.ratssaal.meeting.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.StartCard;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.meeting.MeetingLinks;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** On the start page: the next meeting of whoever is signed in, as member or for those they prepare it for. */
@Component
class NextMeetingsCard implements StartCard {

    private static final int SHOWN = 5;
    private static final Duration AHEAD = Duration.ofDays(200);
    private static final Duration A_LONG_DAY = Duration.ofHours(12);

    private final Meetings meetings;
    private final Access access;
    private final Clock clock;

    NextMeetingsCard(Meetings meetings, Access access, Clock clock) {
        this.meetings = meetings;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public Area area() {
        return Area.NEXT;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<Card> card() {
        var coming = Stream.concat(asMember(), asSecretariat())
                .distinct()
                .sorted(Comparator.comparing((MeetingSummary it) -> !it.state().isRunning())
                        .thenComparing(MeetingSummary::startsAt))
                .limit(SHOWN)
                .toList();
        return coming.isEmpty() ? Optional.empty() : Optional.of(card(coming));
    }

    private Stream<MeetingSummary> asMember() {
        return access.signedIn().map(SignedIn::person).stream().flatMap(it -> meetings.upcoming(it).stream());
    }

    private Stream<MeetingSummary> asSecretariat() {
        var now = clock.instant();
        return meetings.prepared(now.minus(A_LONG_DAY), now.plus(AHEAD)).stream()
                .filter(it -> it.state() != MeetingState.CLOSED && it.state() != MeetingState.CANCELLED);
    }

    private static Card card(List<MeetingSummary> coming) {
        var next = coming.getFirst();
        var content = new NextMeeting(next);
        var card = new Card(
                content.getTranslation(next.state().isRunning() ? "meeting.start.running" : "meeting.start.next"),
                content);
        if (coming.size() > 1) {
            var rows = new UnorderedList();
            rows.addClassName("rs-rows");
            coming.stream().skip(1).forEach(it -> rows.add(new ListItem(new MeetingRow(it))));
            card.add(rows);
        }
        return card.aside(new Anchor(MeetingLinks.CALENDAR, content.getTranslation("meeting.start.all")))
                .emphasized();
    }
}
