package de.ratssaal.meeting.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import de.ratssaal.meeting.MeetingLinks;
import de.ratssaal.meeting.MeetingSummary;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** A meeting in a list: day, title, where and how; leads to its page. */
class MeetingRow extends Anchor {

    MeetingRow(MeetingSummary meeting) {
        super(MeetingLinks.meeting(meeting.id()));
        var start = meeting.start();
        var day = new Span(new Span(DateTimeFormatter.ofPattern("d").format(start)));
        day.add(new Span(DateTimeFormatter.ofPattern("EE", getLocale()).format(start)));
        day.addClassName("rs-day");
        var title = new Span(meeting.title());
        title.addClassName("rs-row-title");
        var detail = new Span(getTranslation(
                "meeting.row",
                meeting.organizationName(),
                DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                        .withLocale(getLocale())
                        .format(start),
                meeting.place().isEmpty() ? getTranslation("meeting.mode." + meeting.mode()) : meeting.place()));
        detail.addClassName("rs-row-detail");
        var words = new Span(title, detail);
        words.addClassName("rs-row-words");
        add(day, words, new StateBadge(meeting.state()));
        addClassName("rs-row");
    }
}
