package de.ratssaal.display.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import de.ratssaal.attendance.RoomCheckIn;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.MainLayout;
import de.ratssaal.base.ui.PageHeader;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingLinks;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import jakarta.annotation.security.PermitAll;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a member's telephone leads that read the code from the screen: whoever comes with a code that is right is present in
 * the room. Without one they type it.
 */
@Route(value = "meetings/checkin/:meeting", layout = MainLayout.class)
@PermitAll
class CheckInView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final RoomCheckIn checkIn;
    private final Meetings meetings;

    CheckInView(RoomCheckIn checkIn, Meetings meetings) {
        this.checkIn = checkIn;
        this.meetings = meetings;
        getContent().addClassName("rs-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var meeting = meetings.meeting(addressed(event));
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter("code")
                .filter(it -> !it.isBlank())
                .ifPresentOrElse(it -> arrive(meeting, it), () -> ask(meeting, null));
    }

    private static MeetingId addressed(BeforeEnterEvent event) {
        var text = event.getRouteParameters().get("meeting").orElse("");
        try {
            return new MeetingId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new NotFoundException(text);
        }
    }

    private void arrive(MeetingSummary meeting, String code) {
        try {
            checkIn.arrive(meeting.id(), code);
            done(meeting);
        } catch (Refusal refusal) {
            ask(meeting, refusal);
        }
    }

    private void done(MeetingSummary meeting) {
        var note = new Paragraph(Symbol.PRESENT.create(), new Span(getTranslation("display.check-in.done")));
        note.addClassName("rs-check-in-done");
        note.getElement().setAttribute("role", "status");
        var room = new Anchor(MeetingLinks.room(meeting.id()), getTranslation("display.check-in.to-room"));
        room.addClassName("rs-check-in-on");
        show(meeting, new Card(getTranslation("display.check-in.done-title"), note, room).emphasized());
    }

    private void ask(MeetingSummary meeting, @Nullable Refusal refused) {
        var card = new Card(getTranslation("display.check-in.title"));
        if (refused != null) {
            var why =
                    new Paragraph(Symbol.ALERT.create(), new Span(getTranslation(refused.key(), refused.arguments())));
            why.addClassName("rs-check-in-refused");
            why.getElement().setAttribute("role", "alert");
            card.add(why);
        }
        card.add(new Paragraph(getTranslation("display.check-in.text")), new CodeForm(typed -> arrive(meeting, typed)));
        show(meeting, card.emphasized());
    }

    private void show(MeetingSummary meeting, Card card) {
        getContent().removeAll();
        getContent()
                .add(
                        new PageHeader(getPageTitle(), meeting.organizationName())
                                .above(meeting.title(), MeetingLinks.meeting(meeting.id())),
                        card);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("display.check-in.title");
    }
}
