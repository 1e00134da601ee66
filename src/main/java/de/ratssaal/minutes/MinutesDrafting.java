package de.ratssaal.minutes;

import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.Messages;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.document.FileRole;
import de.ratssaal.document.FileSummary;
import de.ratssaal.document.Files;
import de.ratssaal.document.NewFile;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.Role;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.BodyAdministration;
import de.ratssaal.organization.CoatOfArms;
import de.ratssaal.organization.Color;
import de.ratssaal.organization.Councils;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the secretariat does with minutes: begin, write, release. */
@Service
@Transactional
public class MinutesDrafting {

    /** The longest text of a block, in characters. */
    public static final int LONGEST_TEXT = 50_000;

    private final MinutesStore store;
    private final FactFinding facts;
    private final MinutesWriting writing;
    private final MinutesPrinter printer;
    private final Files files;
    private final Meetings meetings;
    private final Councils councils;
    private final BodyAdministration bodies;
    private final Messages messages;
    private final ApplicationEventPublisher events;
    private final ChangeNotices notices;
    private final Access access;
    private final Clock clock;

    MinutesDrafting(
            MinutesStore store,
            FactFinding facts,
            MinutesWriting writing,
            MinutesPrinter printer,
            Files files,
            Meetings meetings,
            Councils councils,
            BodyAdministration bodies,
            Messages messages,
            ApplicationEventPublisher events,
            ChangeNotices notices,
            Access access,
            Clock clock) {
        this.store = store;
        this.facts = facts;
        this.writing = writing;
        this.printer = printer;
        this.files = files;
        this.meetings = meetings;
        this.councils = councils;
        this.bodies = bodies;
        this.messages = messages;
        this.events = events;
        this.notices = notices;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Begins the minutes of a meeting; who begins them is proposed as recorder. Asked again it changes nothing.
     *
     * @throws Refusal if the meeting was not opened
     */
    public MinutesSummary begin(MeetingId id) {
        var meeting = meetings.meeting(id);
        access.require(meeting.organization(), Role.SECRETARIAT);
        if (meeting.openedAt() == null) {
            throw new Refusal("minutes.begin.not-opened");
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (store.begin(id, actor(), now)) {
            var begun = store.find(id).orElseThrow();
            access.signedIn()
                    .map(SignedIn::name)
                    .ifPresent(it -> store.write(begun.id(), TextBlock.RECORDER, it, 1, it, now));
            notices.changed(ChangeNotices.meeting(id.value()));
        }
        return store.find(id).orElseThrow();
    }

    /**
     * Stores a text if nobody stored another since the version that its writer saw. If somebody did, both texts are
     * answered for and nothing is lost.
     *
     * @param seen version of the text that the writer began with
     * @throws Refusal if the minutes are released, or the text is too long
     */
    public SavedText save(MeetingId id, TextBlock block, String text, long seen) {
        var meeting = meetings.meeting(id);
        access.require(meeting.organization(), Role.SECRETARIAT);
        if (text.length() > LONGEST_TEXT) {
            throw new Refusal("minutes.save.too-long", LONGEST_TEXT);
        }
        var minutes = store.findForChange(id).orElseThrow(() -> unknown(id));
        requireDraft(minutes);
        requireBlock(meeting, block);
        var stored = store.stored(minutes.id(), block);
        var version = stored.map(SavedText.Overtaken::version).orElse(0L);
        if (stored.filter(it -> it.theirs().equals(text)).isPresent()) {
            return new SavedText.Saved(version);
        }
        if (version != seen) {
            return stored.orElseThrow();
        }
        store.write(minutes.id(), block, text, version + 1, actor(), clock.instant());
        notices.changed(ChangeNotices.meeting(id.value()));
        return new SavedText.Saved(version + 1);
    }

    private void requireBlock(MeetingSummary meeting, TextBlock block) {
        var isKnown = block.equals(TextBlock.RECORDER)
                || block.equals(TextBlock.INTRO)
                || block.equals(TextBlock.CLOSING)
                || meetings.agenda(meeting.id()).stream()
                        .anyMatch(it -> TextBlock.of(it.id()).equals(block));
        if (!isKnown) {
            throw new NoSuchElementException("block " + block);
        }
    }

    /**
     * Releases the minutes: facts and texts are fixed as they are now, in the whole and in the public version, each with
     * its PDF.
     *
     * @param seen version of the minutes that whoever releases them saw
     * @throws RuleViolation if what the rules ask for is missing (R18)
     * @throws Refusal if the meeting still runs, the minutes are released, or somebody changed them meanwhile
     */
    public MinutesSummary release(MeetingId id, long seen) {
        var meeting = meetings.meeting(id);
        access.require(meeting.organization(), Role.SECRETARIAT);
        var minutes = store.findForChange(id).orElseThrow(() -> unknown(id));
        requireDraft(minutes);
        if (meeting.state() != MeetingState.CLOSED) {
            throw new Refusal("minutes.release.meeting-not-closed");
        }
        if (minutes.version() != seen) {
            throw new Refusal("minutes.release.changed-meanwhile");
        }
        var whole = facts.whole(minutes);
        if (whole.recorder().isBlank()) {
            throw new RuleViolation("minutes.release.recorder-missing", whole.source());
        }
        if (whole.chairs().isEmpty()) {
            throw new RuleViolation("minutes.release.chair-missing", whole.source());
        }
        var file = print(meeting, whole);
        store.keep(whole, file.id());
        if (councils.rules(meeting.organization(), meeting.day()).publicity().meetingsArePublic()) {
            var publicPart = facts.publicPart(minutes);
            store.keep(publicPart, print(meeting, publicPart).id());
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        store.release(minutes.id(), actor(), file.hash(), now);
        events.publishEvent(new MinutesReleased(minutes.id(), id, meeting.organization(), file.hash(), now));
        notices.changed(ChangeNotices.meeting(id.value()));
        return store.find(id).orElseThrow();
    }

    private FileSummary print(MeetingSummary meeting, MinutesSheet sheet) {
        var pdf = printer.print(writing.write(sheet), letterhead(meeting));
        var name = messages.text(
                MinutesWriting.LANGUAGE,
                sheet.isPublicVersion() ? "minutes.file.public" : "minutes.file.whole",
                meeting.day().toString());
        var file = new NewFile(
                name, sheet.isPublicVersion() ? FileRole.AUXILIARY : FileRole.MASTER, sheet.isPublicVersion());
        return access.asSystem(
                FactFinding.JOB,
                () -> files.attach(MinutesFiles.owner(sheet.id()), file, new ByteArrayInputStream(pdf)));
    }

    /** The draft as PDF, to be looked at: nothing is kept. For the secretariat and who conducts. */
    @Transactional(readOnly = true)
    public byte[] proof(MeetingId id) {
        var meeting = meetings.meeting(id);
        access.require(meeting.organization(), Role.SECRETARIAT, Role.CHAIR, Role.DEPUTY_CHAIR);
        var minutes = store.find(id).orElseThrow(() -> unknown(id));
        return printer.print(writing.write(facts.whole(minutes)), letterhead(meeting));
    }

    /** How a body's paper looks is no secret; only who may change it is asked for by the module that keeps it. */
    private Letterhead letterhead(MeetingSummary meeting) {
        var body = councils.organization(meeting.organization()).body();
        var details = access.asSystem(FactFinding.JOB, () -> bodies.details(body));
        return new Letterhead(
                details.name(),
                details.contact(),
                Optional.ofNullable(details.color()).map(Color::hex).orElse(null),
                Optional.ofNullable(details.coatOfArms()).map(CoatOfArms::svg).orElse(null));
    }

    private static void requireDraft(MinutesSummary minutes) {
        if (minutes.isReleased()) {
            throw new Refusal("minutes.save.released");
        }
    }

    private String actor() {
        return access.signedIn().map(SignedIn::name).orElse("system");
    }

    private static NoSuchElementException unknown(MeetingId meeting) {
        return new NoSuchElementException("minutes of meeting " + meeting);
    }
}
