package de.ratssaal.distribution;

import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.Role;
import de.ratssaal.meeting.AgendaChanged;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.MeetingConvened;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingMode;
import de.ratssaal.meeting.MeetingPlanChanged;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Councils;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The public announcement of time, place and agenda (R2). It goes out with the invitation, which is refused when that would be
 * too late. What is changed later is announced as a correction; the earlier announcement is kept, and no longer shown to the
 * public: what it says may since have been withheld.
 */
@Service
@Transactional
public class Announcements {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Meetings meetings;
    private final Councils councils;
    private final LetterTexts texts;
    private final LetterPrinter printer;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final ChangeNotices notices;
    private final Access access;
    private final Clock clock;

    Announcements(
            Meetings meetings,
            Councils councils,
            LetterTexts texts,
            LetterPrinter printer,
            JdbcClient database,
            ApplicationEventPublisher events,
            ChangeNotices notices,
            Access access,
            Clock clock) {
        this.meetings = meetings;
        this.councils = councils;
        this.texts = texts;
        this.printer = printer;
        this.database = database;
        this.events = events;
        this.notices = notices;
        this.access = access;
        this.clock = clock;
    }

    /** What is announced and what would be; nothing for an organization that meets in private. For those who convene. */
    @Transactional(readOnly = true)
    public Optional<AnnouncementDraft> draft(MeetingId id) {
        var meeting = convening(id);
        if (!meetings.isInPublic(meeting)) {
            return Optional.empty();
        }
        var published = all(id);
        var letter = letter(meeting);
        var rule = councils.rules(meeting.organization(), meeting.day()).announcement();
        var latest = rule.latestDay(meeting.day(), meeting.urgent());
        var day = LocalDate.ofInstant(
                published.isEmpty() ? clock.instant() : published.getFirst().publishedAt(), meeting.zone());
        return Optional.of(new AnnouncementDraft(
                letter,
                latest,
                rule.source(),
                !day.isAfter(latest),
                published.isEmpty()
                        || !withoutDate(published.getFirst().letter()).equals(withoutDate(letter)),
                published));
    }

    /**
     * Announces what the meeting holds now. If that is announced already, it changes nothing.
     *
     * @throws Refusal if the meeting was not convened, is over, or is not public
     */
    public void publish(MeetingId id) {
        meetings.hold(id);
        var meeting = convening(id);
        if (!meetings.isInPublic(meeting)) {
            throw new Refusal("distribution.announcement.not-public");
        }
        if (meeting.state() != MeetingState.CONVENED) {
            throw new Refusal("distribution.announcement.not-convened");
        }
        put(meeting);
    }

    /** As PDF, for the secretariat: one that was announced. */
    @Transactional(readOnly = true)
    public byte[] pages(MeetingId id, int number) {
        convening(id);
        return pagesOf(id, number).orElseThrow(() -> new NoSuchElementException("announcement " + number));
    }

    /** As PDF, for the secretariat: what would be announced now. */
    @Transactional(readOnly = true)
    public byte[] preview(MeetingId id) {
        var meeting = convening(id);
        return print(meeting, letter(meeting));
    }

    /** What everybody may read: the latest announcement of a meeting that is before the public. Public knowledge. */
    @Transactional(readOnly = true)
    public Optional<Announcement> published(MeetingId id) {
        return isBeforePublic(id) ? all(id).stream().findFirst() : Optional.empty();
    }

    /** The same as PDF. Public knowledge. */
    @Transactional(readOnly = true)
    public Optional<byte[]> publishedPages(MeetingId id) {
        return published(id).flatMap(it -> pagesOf(id, it.number()));
    }

    private boolean isBeforePublic(MeetingId id) {
        return access.asSystem(
                TakingStock.JOB,
                () -> meetings.publicView(id)
                        .filter(it -> meetings.isInPublic(it.meeting()))
                        .isPresent());
    }

    @EventListener
    void on(MeetingConvened event) {
        access.asSystem(TakingStock.JOB, () -> {
            var meeting = meetings.meeting(event.meeting());
            if (meetings.isInPublic(meeting)) {
                put(meeting);
            }
        });
    }

    /** What was announced and no longer stands so is corrected at once, not when somebody thinks of it. */
    @EventListener
    void on(AgendaChanged event) {
        access.asSystem(TakingStock.JOB, () -> {
            var meeting = meetings.meeting(event.meeting());
            if (meeting.state() == MeetingState.CONVENED && announcesWhatWasTakenBack(event.meeting())) {
                put(meeting);
            }
        });
    }

    /** Nobody is to come on the wrong day, or to the wrong place. */
    @EventListener
    void on(MeetingPlanChanged event) {
        access.asSystem(TakingStock.JOB, () -> {
            var meeting = meetings.meeting(event.meeting());
            if (meeting.state() == MeetingState.CONVENED && meetings.isInPublic(meeting)) {
                put(meeting);
            }
        });
    }

    /** Whether a title was announced whose item is gone, is no longer public, or is called something else now. */
    private boolean announcesWhatWasTakenBack(MeetingId id) {
        var titles = meetings.agenda(id).stream()
                .filter(AgendaItemSummary::isPublic)
                .collect(Collectors.toMap(
                        it -> it.id().value(), it -> LetterTexts.line(it).text()));
        return announcedTitles(id).entrySet().stream()
                .anyMatch(it -> !it.getValue().equals(titles.get(it.getKey())));
    }

    /** Public items come first in an announcement, in the order in which they are kept beside it. */
    private Map<UUID, String> announcedTitles(MeetingId id) {
        return database.sql("""
                        select items, letter from distribution_announcement where meeting_id = ?
                        order by number desc limit 1
                        """)
                .param(id.value())
                .query((row, number) -> {
                    var items = (UUID[]) row.getArray("items").getArray();
                    var parts = JSON.readValue(row.getString("letter"), OfficialLetter.class)
                            .parts();
                    var titles = new LinkedHashMap<UUID, String>();
                    for (var at = 0; at < items.length; at++) {
                        titles.put(items[at], parts.getFirst().lines().get(at).text());
                    }
                    return titles;
                })
                .optional()
                .orElseGet(LinkedHashMap::new);
    }

    private void put(MeetingSummary meeting) {
        var id = meeting.id();
        var letter = letter(meeting);
        var last = all(id).stream().findFirst();
        if (last.filter(it -> withoutDate(it.letter()).equals(withoutDate(letter)))
                .isPresent()) {
            return;
        }
        var number = last.map(it -> it.number() + 1).orElse(1);
        var shown = number == 1 ? letter : corrected(letter, number);
        var now = clock.instant();
        database.sql("""
                        insert into distribution_announcement (meeting_id, number, published_at, letter, items, pages)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id.value(),
                        number,
                        now.atOffset(ZoneOffset.UTC),
                        JSON.writeValueAsString(shown),
                        agenda(id).stream()
                                .filter(AgendaItemSummary::isPublic)
                                .map(it -> it.id().value())
                                .toArray(UUID[]::new),
                        print(meeting, shown))
                .update();
        events.publishEvent(new AnnouncementPublished(
                id,
                number,
                councils.rules(meeting.organization(), meeting.day())
                        .announcement()
                        .latestDay(meeting.day(), meeting.urgent()),
                now));
        notices.changed(ChangeNotices.meeting(id.value()));
    }

    private byte[] print(MeetingSummary meeting, OfficialLetter letter) {
        return printer.print(
                List.of(letter),
                texts.paper(meeting),
                letter.title(),
                texts.text("distribution.letter.page", "{0}", "{1}"),
                LetterTexts.LANGUAGE);
    }

    /** Public items with their titles; of the others that there are so many. */
    private OfficialLetter letter(MeetingSummary meeting) {
        var agenda = agenda(meeting.id());
        var parts = new ArrayList<OfficialLetter.Part>();
        var open = agenda.stream()
                .filter(AgendaItemSummary::isPublic)
                .map(LetterTexts::line)
                .toList();
        if (!open.isEmpty()) {
            parts.add(new OfficialLetter.Part(texts.text("distribution.letter.public"), open));
        }
        var closed = agenda.stream()
                .filter(it -> !it.isPublic())
                .map(it -> new OfficialLetter.Line(
                        it.number(), texts.text("distribution.announcement.non-public-item"), it.depth()))
                .toList();
        if (!closed.isEmpty()) {
            parts.add(new OfficialLetter.Part(texts.text("distribution.letter.non-public"), closed));
        }
        var remarks = new ArrayList<String>();
        if (meeting.urgent()) {
            remarks.add(texts.text("distribution.announcement.urgent"));
        }
        var again = agenda.stream()
                .filter(it -> it.calledAgain() && it.isPublic())
                .map(AgendaItemSummary::number)
                .collect(Collectors.joining(", "));
        if (!again.isEmpty()) {
            remarks.add(texts.text("distribution.letter.second-notice", again));
        }
        return new OfficialLetter(
                List.of(),
                texts.today(meeting),
                texts.text("distribution.announcement.title", meeting.title()),
                "",
                List.of(texts.text("distribution.announcement.lead", meeting.organizationName())),
                texts.facts(meeting),
                remarks,
                parts,
                List.of(texts.text("distribution.announcement.attend." + attendance(meeting))));
    }

    private static MeetingMode attendance(MeetingSummary meeting) {
        return meeting.publicAccess().isBlank() ? MeetingMode.IN_PERSON : meeting.mode();
    }

    private OfficialLetter corrected(OfficialLetter letter, int number) {
        var opening = new ArrayList<>(letter.opening());
        opening.addFirst(texts.text("distribution.announcement.correction", number - 1));
        return new OfficialLetter(
                letter.address(),
                letter.date(),
                letter.title(),
                letter.greeting(),
                opening,
                letter.facts(),
                letter.remarks(),
                letter.parts(),
                letter.closing());
    }

    /** The same content announced on another day, or as a correction, is still the same. */
    private static OfficialLetter withoutDate(OfficialLetter letter) {
        return new OfficialLetter(
                List.of(),
                "",
                letter.title(),
                "",
                List.of(letter.opening().getLast()),
                letter.facts(),
                letter.remarks(),
                letter.parts(),
                letter.closing());
    }

    private List<AgendaItemSummary> agenda(MeetingId id) {
        return access.asSystem(TakingStock.JOB, () -> meetings.agenda(id));
    }

    private List<Announcement> all(MeetingId id) {
        return database.sql("""
                        select number, published_at, letter from distribution_announcement
                        where meeting_id = ? order by number desc
                        """)
                .param(id.value())
                .query((row, at) -> new Announcement(
                        row.getInt("number"),
                        row.getObject("published_at", OffsetDateTime.class).toInstant(),
                        JSON.readValue(row.getString("letter"), OfficialLetter.class)))
                .list();
    }

    private Optional<byte[]> pagesOf(MeetingId id, int number) {
        return database.sql("select pages from distribution_announcement where meeting_id = ? and number = ?")
                .params(id.value(), number)
                .query((row, at) -> row.getBytes("pages"))
                .optional();
    }

    private MeetingSummary convening(MeetingId id) {
        var meeting = meetings.meeting(id);
        access.require(meeting.organization(), Role.SECRETARIAT, Role.CHAIR, Role.DEPUTY_CHAIR);
        return meeting;
    }
}
