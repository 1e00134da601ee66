package de.ratssaal.chamber.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.AgendaSchedule;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.PlanAdvice;
import de.ratssaal.meeting.PlanAdvice.PlannedTime;
import de.ratssaal.meeting.StandingItem;
import de.ratssaal.meeting.StandingItems;
import de.ratssaal.organization.Councils;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** What the secretariat should know while it builds an agenda: deadlines, conflicts, missing papers, too little time. */
@Service
class AgendaHints {

    private final ItemDocuments documents;
    private final StandingItems standing;
    private final ObjectProvider<PlanAdvice> advice;
    private final Councils councils;
    private final Clock clock;

    AgendaHints(
            ItemDocuments documents,
            StandingItems standing,
            ObjectProvider<PlanAdvice> advice,
            Councils councils,
            Clock clock) {
        this.documents = documents;
        this.standing = standing;
        this.advice = advice;
        this.councils = councils;
        this.clock = clock;
    }

    List<Component> of(MeetingSummary meeting, List<AgendaItemSummary> agenda, AgendaSchedule schedule) {
        var ui = UI.getCurrent();
        var hints = new ArrayList<Component>();
        var rule = councils.rules(meeting.organization(), meeting.day()).invitation();
        var latest = rule.latestDelivery(meeting.day(), false);
        var missed = LocalDate.ofInstant(clock.instant(), meeting.zone()).isAfter(latest);
        hints.add(
                missed
                        ? warning(ui.getTranslation(
                                "chamber.hint.deadline-missed",
                                latest,
                                rule.source().toString()))
                        : note(ui.getTranslation(
                                "chamber.hint.deadline", latest, rule.source().toString())));
        var time = new PlannedTime(
                meeting.organization(), meeting.startsAt(), meeting.endsAt(), meeting.place(), meeting.id());
        advice.orderedStream().flatMap(it -> it.of(time).stream()).forEach(it -> {
            var text = ui.getTranslation(it.key(), it.arguments().toArray());
            hints.add(it.isConflict() ? warning(text) : note(text));
        });
        var bare = withoutPaper(meeting, agenda);
        if (!bare.isEmpty()) {
            hints.add(warning(ui.getTranslation("chamber.hint.without-paper", bare.size(), String.join(", ", bare))));
        }
        schedule.end().ifPresent(end -> {
            var at = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                    .withLocale(ui.getLocale())
                    .format(end);
            hints.add(
                    schedule.isTooLong()
                            ? warning(ui.getTranslation("chamber.hint.too-long", at))
                            : note(ui.getTranslation("chamber.hint.ends", at)));
        });
        return hints;
    }

    /** Numbers of the items that something is to be deliberated on, and nothing lies there. */
    private List<String> withoutPaper(MeetingSummary meeting, List<AgendaItemSummary> agenda) {
        var usual = standing.of(meeting.organization()).stream()
                .map(StandingItem::title)
                .toList();
        return agenda.stream()
                .filter(it -> !usual.contains(it.title()))
                .filter(it -> agenda.stream().noneMatch(below -> it.id().equals(below.parent())))
                .filter(it -> {
                    var load = documents.load(it);
                    return load.papers() == 0 && load.files() == 0;
                })
                .map(AgendaItemSummary::number)
                .toList();
    }

    private static Component warning(String text) {
        return new StatusBadge(Tone.WARNING, Symbol.WARNING, text);
    }

    private static Component note(String text) {
        return new StatusBadge(Tone.INFO, Symbol.INFO, text);
    }
}
