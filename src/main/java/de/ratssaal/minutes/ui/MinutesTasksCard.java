package de.ratssaal.minutes.ui;

import com.vaadin.flow.component.UI;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.StartCard;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.TaskRow;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.minutes.MinutesBook;
import de.ratssaal.minutes.MinutesLinks;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** On the start page of the secretariat: meetings whose minutes are to be written or released. */
@Component
class MinutesTasksCard implements StartCard {

    private static final Duration BACK = Duration.ofDays(200);

    private final MinutesBook minutes;
    private final Clock clock;

    MinutesTasksCard(MinutesBook minutes, Clock clock) {
        this.minutes = minutes;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Optional<Card> card() {
        var now = clock.instant();
        var rows =
                minutes.toFinish(now.minus(BACK), now).stream().map(this::row).toList();
        return rows.isEmpty() ? Optional.empty() : Optional.of(TaskRow.card(text("minutes.start"), rows));
    }

    private TaskRow row(MeetingSummary meeting) {
        var begun = minutes.find(meeting.id()).isPresent();
        var row = new TaskRow(
                MinutesLinks.minutes(meeting.id()),
                Symbol.MINUTES,
                text(begun ? "minutes.start.finish" : "minutes.start.begin"),
                text("minutes.start.of", meeting.organizationName(), meeting.day()));
        return begun ? row.badge(Tone.NEUTRAL, text("minutes.view.state.DRAFT")) : row;
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
