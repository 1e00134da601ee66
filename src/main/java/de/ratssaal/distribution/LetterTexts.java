package de.ratssaal.distribution;

import de.ratssaal.base.Messages;
import de.ratssaal.document.pdf.LetterPaper;
import de.ratssaal.identity.Access;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.MeetingMode;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.organization.BodyAdministration;
import de.ratssaal.organization.CoatOfArms;
import de.ratssaal.organization.Color;
import de.ratssaal.organization.Councils;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What letters and announcements have in common. They are German (§ 23 VwVfG). */
@Component
class LetterTexts {

    static final Locale LANGUAGE = Locale.GERMAN;

    private final Messages messages;
    private final Councils councils;
    private final BodyAdministration bodies;
    private final Access access;
    private final Clock clock;

    LetterTexts(Messages messages, Councils councils, BodyAdministration bodies, Access access, Clock clock) {
        this.messages = messages;
        this.councils = councils;
        this.bodies = bodies;
        this.access = access;
        this.clock = clock;
    }

    String text(String key, Object... arguments) {
        return messages.text(LANGUAGE, key, arguments);
    }

    /** How a body's paper looks is no secret. */
    LetterPaper paper(MeetingSummary meeting) {
        var body = councils.organization(meeting.organization()).body();
        var details = access.asSystem(TakingStock.JOB, () -> bodies.details(body));
        return new LetterPaper(
                details.name(),
                details.contact(),
                Optional.ofNullable(details.color()).map(Color::hex).orElse(null),
                Optional.ofNullable(details.coatOfArms()).map(CoatOfArms::svg).orElse(null));
    }

    String today(MeetingSummary meeting) {
        var body = councils.body(councils.organization(meeting.organization()).body());
        return text(
                "distribution.letter.date", body.shortName(), day(LocalDate.ofInstant(clock.instant(), body.zone())));
    }

    static String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(LANGUAGE)
                .format(day);
    }

    List<OfficialLetter.Fact> facts(MeetingSummary meeting) {
        var facts = new ArrayList<OfficialLetter.Fact>();
        facts.add(fact("distribution.letter.organization", meeting.organizationName()));
        facts.add(fact(
                "distribution.letter.when",
                text(
                        "distribution.moment",
                        DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                                .withLocale(LANGUAGE)
                                .format(meeting.start()),
                        DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                                .withLocale(LANGUAGE)
                                .format(meeting.start()))));
        if (!meeting.place().isBlank()) {
            facts.add(fact("distribution.letter.place", oneLine(meeting.place())));
        }
        facts.add(fact("distribution.letter.mode", text("meeting.mode." + meeting.mode())));
        if (meeting.mode() != MeetingMode.IN_PERSON && !meeting.publicAccess().isBlank()) {
            facts.add(fact("distribution.letter.access", oneLine(meeting.publicAccess())));
        }
        return facts;
    }

    private OfficialLetter.Fact fact(String key, String value) {
        return new OfficialLetter.Fact(text(key), value);
    }

    static OfficialLetter.Line line(AgendaItemSummary item) {
        return new OfficialLetter.Line(item.number(), oneLine(item.title()), item.depth());
    }

    static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
