package de.ratssaal.circular.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.TaskRow;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.circular.CircularLinks;
import de.ratssaal.circular.CircularSummary;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;

/** Circular resolutions in lists, and how they stand in a few words. */
final class CircularRows {

    private CircularRows() {}

    /** @param isWaiting whether an answer of whoever is signed in is waited for */
    static TaskRow of(Component view, CircularSummary circular, boolean isWaiting) {
        var row = new TaskRow(
                CircularLinks.circular(circular.id()),
                isWaiting ? Symbol.VOTE : Symbol.INVITATION,
                circular.title(),
                view.getTranslation(
                        "circular.row",
                        circular.organizationName(),
                        isWaiting
                                ? view.getTranslation("circular.vote-until", moment(view, circular.ends()))
                                : when(view, circular)));
        if (isWaiting) {
            return row.badge(Tone.WARNING, view.getTranslation("circular.answer.waiting"));
        }
        row.add(state(view, circular));
        return row;
    }

    private static String when(Component view, CircularSummary circular) {
        return circular.isRunning()
                ? view.getTranslation("circular.until", moment(view, circular.ends()))
                : view.getTranslation("circular.ended", moment(view, ended(circular)));
    }

    static String moment(Component view, ZonedDateTime at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(language(view))
                .format(at);
    }

    /** A component that is not shown yet is written for the window for which it is made. */
    static Locale language(Component view) {
        return view.getUI()
                .or(() -> Optional.ofNullable(UI.getCurrent()))
                .map(UI::getLocale)
                .orElse(Locale.GERMAN);
    }

    static ZonedDateTime ended(CircularSummary circular) {
        var at = circular.endedAt();
        return (at == null ? circular.endsAt() : at).atZone(circular.zone());
    }

    static StatusBadge state(Component view, CircularSummary circular) {
        var count = circular.count();
        if (count != null) {
            return switch (count.outcome()) {
                case ADOPTED ->
                    new StatusBadge(Tone.SUCCESS, Symbol.YES, view.getTranslation("circular.outcome.ADOPTED"));
                case REJECTED ->
                    new StatusBadge(Tone.DANGER, Symbol.NO, view.getTranslation("circular.outcome.REJECTED"));
                case NOT_AGREED -> new StatusBadge(Tone.WARNING, view.getTranslation("circular.outcome.NOT_AGREED"));
            };
        }
        return circular.isRunning()
                ? new StatusBadge(
                        Tone.LIVE, view.getTranslation("circular.answered", circular.answered(), circular.entitled()))
                : new StatusBadge(Tone.NEUTRAL, view.getTranslation("circular.state.WITHDRAWN"));
    }

    /** How much time is left: days while there are some, then hours, then minutes. */
    static String left(Component view, Instant now, CircularSummary circular) {
        var left = Duration.between(now, circular.endsAt());
        if (left.isNegative() || left.isZero()) {
            return view.getTranslation("circular.left.over");
        }
        if (left.toDays() >= 2) {
            return view.getTranslation("circular.left.days", left.toDays());
        }
        if (left.toHours() >= 2) {
            return view.getTranslation("circular.left.hours", left.toHours());
        }
        return view.getTranslation("circular.left.minutes", Math.max(1, left.toMinutes()));
    }
}
