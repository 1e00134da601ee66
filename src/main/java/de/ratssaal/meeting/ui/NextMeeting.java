package de.ratssaal.meeting.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.meeting.MeetingLinks;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.MeetingSummary;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** The one meeting that comes next, large, with the one step that leads into it. */
class NextMeeting extends Div {

    NextMeeting(MeetingSummary next) {
        var organization = new Paragraph(next.organizationName());
        organization.addClassName("rs-overline");
        var title = new Paragraph(next.title());
        title.addClassName("rs-next-meeting-title");
        var when = new Paragraph(
                Symbol.CALENDAR.create(),
                new Span(getTranslation(
                        "meeting.start.when",
                        DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                                .withLocale(getLocale())
                                .format(next.start()),
                        DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                                .withLocale(getLocale())
                                .format(next.start()))));
        when.addClassName("rs-fact");
        var running = next.state().isRunning();
        var link = new Anchor(running ? MeetingLinks.room(next.id()) : MeetingLinks.meeting(next.id()));
        link.add((running ? Symbol.LIVE : Symbol.AGENDA).create(), new Span(step(next)));
        link.addClassNames("rs-button", "rs-button-primary");
        add(organization, title, when, link);
        addClassName("rs-next-meeting");
    }

    private String step(MeetingSummary next) {
        if (next.state().isRunning()) {
            return getTranslation("meeting.start.attend");
        }
        return getTranslation(next.state() == MeetingState.PLANNED ? "meeting.start.prepare" : "meeting.start.read");
    }
}
