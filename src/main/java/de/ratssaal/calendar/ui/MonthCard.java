package de.ratssaal.calendar.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import de.ratssaal.base.ui.Card;
import de.ratssaal.calendar.DayOff;
import de.ratssaal.meeting.MeetingLinks;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.MeetingSummary;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A month at a glance: its days as a picture, then its meetings and holidays as a list that says the same in words. */
class MonthCard extends Card {

    MonthCard(YearMonth month, List<MeetingSummary> meetings, List<DayOff> off, LocalDate today) {
        super(name(month));
        addClassName("rs-month");
        var within = off.stream()
                .filter(it -> !it.last().isBefore(month.atDay(1)) && !it.first().isAfter(month.atEndOfMonth()))
                .toList();
        add(picture(month, meetings, within, today));
        if (meetings.isEmpty()) {
            var none = new Paragraph(getTranslation("calendar.month.none"));
            none.addClassName("rs-month-none");
            add(none);
        } else {
            var list = new UnorderedList();
            list.addClassName("rs-month-meetings");
            meetings.forEach(it -> list.add(new ListItem(meeting(it))));
            add(list);
        }
        if (!within.isEmpty()) {
            var list = new UnorderedList();
            list.addClassName("rs-month-off");
            within.forEach(it -> list.add(new ListItem(span(it) + " " + FreeTexts.name(this, it))));
            add(list);
        }
    }

    private static String name(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLLL", locale()).format(month);
    }

    private static Locale locale() {
        return UI.getCurrent().getLocale();
    }

    /** What stands in it is read out from the list below. */
    private static Component picture(
            YearMonth month, List<MeetingSummary> meetings, List<DayOff> off, LocalDate today) {
        var picture = new Div();
        picture.addClassName("rs-month-days");
        picture.getElement().setAttribute("aria-hidden", "true");
        for (var day : DayOfWeek.values()) {
            var head = new Span(day.getDisplayName(TextStyle.SHORT_STANDALONE, locale()));
            head.addClassName("rs-month-weekday");
            picture.add(head);
        }
        for (var empty = 1; empty < month.atDay(1).getDayOfWeek().getValue(); empty++) {
            picture.add(new Span());
        }
        Set<LocalDate> meets = meetings.stream()
                .filter(it -> it.state() != MeetingState.CANCELLED)
                .map(MeetingSummary::day)
                .collect(Collectors.toSet());
        month.atDay(1).datesUntil(month.plusMonths(1).atDay(1)).forEach(day -> {
            var cell = new Span(Integer.toString(day.getDayOfMonth()));
            cell.addClassName("rs-month-day");
            if (off.stream().anyMatch(it -> it.isOn(day)) || day.getDayOfWeek().getValue() > 5) {
                cell.addClassName("rs-month-day-off");
            }
            if (meets.contains(day)) {
                cell.addClassName("rs-month-day-meets");
            }
            if (day.equals(today)) {
                cell.addClassName("rs-month-day-today");
            }
            picture.add(cell);
        });
        return picture;
    }

    private Component meeting(MeetingSummary meeting) {
        var when = new Span(DateTimeFormatter.ofPattern("EE d.", getLocale()).format(meeting.start()));
        when.addClassName("rs-month-when");
        var time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(getLocale())
                .format(meeting.start());
        var words = new Span(new Span(meeting.organizationName()), new Span(time + state(meeting)));
        words.addClassName("rs-month-words");
        var link = new Anchor(MeetingLinks.meeting(meeting.id()));
        link.add(when, words);
        link.setTitle(meeting.title());
        link.addClassName("rs-month-meeting");
        if (meeting.state() == MeetingState.CANCELLED) {
            link.addClassName("rs-month-cancelled");
        }
        return link;
    }

    private String state(MeetingSummary meeting) {
        return switch (meeting.state()) {
            case CANCELLED -> " · " + getTranslation("calendar.month.cancelled");
            case PLANNED -> " · " + getTranslation("calendar.month.planned");
            case CONVENED, OPEN, INTERRUPTED, CLOSED -> "";
        };
    }

    private String span(DayOff off) {
        var first = off.first();
        var last = off.last();
        var format = DateTimeFormatter.ofPattern("d.M.", Locale.GERMAN);
        return first.equals(last) ? format.format(first) : format.format(first) + "–" + format.format(last);
    }
}
