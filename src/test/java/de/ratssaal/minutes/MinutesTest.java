package de.ratssaal.minutes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.attendance.Place;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.conduct.DecidingPublicity;
import de.ratssaal.document.FileId;
import de.ratssaal.document.Files;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingConduct;
import de.ratssaal.minutes.pdf.ArchivablePdf;
import de.ratssaal.organization.Classification;
import de.ratssaal.organization.MembershipRole;
import de.ratssaal.organization.TestCouncil;
import de.ratssaal.voting.Choice;
import de.ratssaal.voting.Outcome;
import de.ratssaal.voting.PollConduct;
import de.ratssaal.voting.PollQuestion;
import de.ratssaal.voting.Tally;
import de.ratssaal.voting.VoteCorrecting;
import java.io.IOException;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@IntegrationTest
@Import(MovableClock.class)
@DisplayName("R18: Minutes")
class MinutesTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    MinutesDrafting drafting;

    @Autowired
    DecidingPublicity publicity;

    @Autowired
    MinutesBook book;

    @Autowired
    Files files;

    @Autowired
    Access access;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient database;

    private MinutesSheet draft(RecordedMeeting meeting) {
        meeting.begin();
        return meeting.asSecretary(() -> book.sheet(meeting.id()));
    }

    private String text(FileId pdf) {
        return access.asSystem("test", () -> {
            try (var in = files.read(pdf).open();
                    var document = Loader.loadPDF(in.readAllBytes())) {
                return new PDFTextStripper().getText(document);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    @DisplayName("name day, place and form, begin, end and breaks, and who was in the chair from when on")
    void courseOfTheMeeting() {
        var meeting = RecordedMeeting.open(5, 4, context);
        clock.putForwardTo(clock.instant().plus(Duration.ofMinutes(10)));
        meeting.conduct(it -> it.interrupt(meeting.id(), meeting.revision()));
        clock.putForwardTo(clock.instant().plus(Duration.ofMinutes(5)));
        meeting.conduct(it -> it.resume(meeting.id(), meeting.revision()));
        Acting.as(
                meeting.member(1),
                () -> context.getBean(MeetingConduct.class).takeOver(meeting.id(), meeting.revision()));
        clock.putForwardTo(clock.instant().plus(Duration.ofMinutes(30)));
        Acting.as(
                meeting.member(1), () -> context.getBean(MeetingConduct.class).close(meeting.id(), meeting.revision()));

        var sheet = draft(meeting);

        assertThat(sheet.place()).isEqualTo("Rathaus, Großer Saal");
        assertThat(Duration.between(sheet.begin(), sheet.end()).toMinutes()).isEqualTo(45);
        assertThat(sheet.breaks())
                .singleElement()
                .satisfies(
                        it -> assertThat(Duration.between(it.from(), it.until()).toMinutes())
                                .isEqualTo(5));
        assertThat(sheet.chairs()).hasSize(2);
        assertThat(sheet.chairs().getFirst().from()).isEqualTo(sheet.begin());
        assertThat(sheet.recorder()).isEqualTo("Birgit Hollenbach");
    }

    @Test
    @DisplayName("name who was present and when, and who was absent with the reason")
    void attendance() {
        var meeting = RecordedMeeting.open(5, 3, context);
        Acting.as(meeting.member(3), () -> meeting.attendance().excuse(meeting.id(), meeting.member(3), "Dienstreise"));
        clock.putForwardTo(clock.instant().plus(Duration.ofMinutes(20)));
        Acting.as(meeting.member(2), () -> meeting.attendance().leave(meeting.id(), meeting.member(2)));
        meeting.arrive(meeting.member(2), Place.REMOTE);
        meeting.close();

        var sheet = draft(meeting);

        assertThat(sheet.present()).hasSize(3);
        assertThat(sheet.present().stream().filter(it -> it.spans().size() == 2))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.spans().getFirst().since()).isNull();
                    assertThat(it.spans().getLast().until()).isNull();
                    assertThat(it.spans().getLast().place()).isEqualTo(Place.REMOTE);
                });
        assertThat(sheet.absent()).hasSize(2);
        assertThat(sheet.absent().stream().filter(MinutesSheet.Absentee::excused))
                .singleElement()
                .extracting(MinutesSheet.Absentee::reason)
                .isEqualTo("Dienstreise");
        assertThat(sheet.quorum().isMet()).isTrue();
        assertThat(sheet.quorum().present()).isEqualTo(3);
        assertThat(sheet.quorum().needed()).isEqualTo(3);
    }

    @Test
    @DisplayName("name items in order, the wording as it was voted on, the result, who was recused and how each voted")
    void decisions() {
        var meeting = RecordedMeeting.open(7, 6, context);
        meeting.call(meeting.item());
        Acting.as(
                meeting.member(5), () -> meeting.attendance().recuse(meeting.id(), meeting.item(), meeting.member(5)));
        meeting.decide(meeting.item(), "Radwege", RecordedMeeting.WORDING, 3, 1, 1);

        var sheet = draft(meeting);

        assertThat(sheet.items()).extracting(MinutesSheet.Item::number).containsExactly("Ö 1", "Ö 2", "N 1");
        var item = sheet.items().getFirst();
        assertThat(item.recused()).hasSize(1);
        assertThat(item.decisions()).singleElement().satisfies(it -> {
            assertThat(it.wording()).isEqualTo(RecordedMeeting.WORDING);
            assertThat(it.outcome()).isEqualTo(Outcome.ADOPTED_WITH_CHANGES);
            assertThat(it.count()).isEqualTo(new MinutesSheet.Count(3, 1, 1, 1));
            assertThat(it.votes()).hasSize(5);
            assertThat(it.votes().stream().filter(vote -> vote.choice() == Choice.NO))
                    .hasSize(1);
        });
    }

    @Test
    @DisplayName("say of a vote that the secretariat entered for a member that it did")
    void enteredForAMember() {
        var meeting = RecordedMeeting.open(5, 4, context);
        meeting.call(meeting.item());
        var polls = context.getBean(PollConduct.class);
        Acting.as(meeting.chair(), () -> {
            var poll = polls.prepare(meeting.id(), meeting.item(), new PollQuestion("Radwege", "", null, false), null);
            polls.open(poll);
            polls.enterVote(poll, meeting.member(1), Choice.YES, UUID.randomUUID());
            polls.enterVote(poll, meeting.member(2), Choice.YES, UUID.randomUUID());
            var correcting = context.getBean(VoteCorrecting.class);
            correcting.correctEntry(poll, correcting.entered(poll).getFirst(), Choice.NO);
            return polls.close(poll);
        });
        meeting.close();
        meeting.begin();

        var sheet = meeting.asSecretary(() -> book.sheet(meeting.id()));

        assertThat(sheet.items().getFirst().decisions().getFirst().votes())
                .hasSize(2)
                .allSatisfy(it -> assertThat(it.enteredFor()).isTrue());
        meeting.release();
        var whole = access.asSystem("test", () -> book.whole(meeting.id())).orElseThrow();
        assertThat(text(whole.file()).replaceAll("\\s+", " "))
                .contains(
                        "[von der Sitzungsleitung eingetragen]",
                        "[von der Sitzungsleitung eingetragen, Eintrag berichtigt]");
    }

    @Test
    @DisplayName("are drafted while the meeting runs, and released only once it is closed")
    void notBeforeTheEnd() {
        var meeting = RecordedMeeting.open(5, 4, context);
        assertThat(draft(meeting).end()).isNull();

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(meeting::release)
                .withMessage("minutes.release.meeting-not-closed");
    }

    @Test
    @DisplayName(
            "are signed by chair and recorder: without a recorder they are not released, and the paragraph is named")
    void recorderIsNamed() {
        var meeting = RecordedMeeting.open(5, 4, context);
        meeting.close();
        meeting.begin();
        meeting.write(TextBlock.RECORDER, " ");

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(meeting::release)
                .withMessage("minutes.release.recorder-missing")
                .satisfies(it -> assertThat(it.source()).hasToString("ThürKO § 42"));
    }

    @Test
    @DisplayName("are not overwritten unseen from a second window; both texts are there")
    void twoWindows() {
        var meeting = RecordedMeeting.open(5, 4, context);
        meeting.begin();
        var first = meeting.asSecretary(() -> drafting.save(meeting.id(), TextBlock.INTRO, "Eins", 0));

        var second = meeting.asSecretary(() -> drafting.save(meeting.id(), TextBlock.INTRO, "Zwei", 0));

        assertThat(first).isEqualTo(new SavedText.Saved(1));
        assertThat(second).isInstanceOfSatisfying(SavedText.Overtaken.class, it -> {
            assertThat(it.theirs()).isEqualTo("Eins");
            assertThat(it.by()).isEqualTo("Birgit Hollenbach");
            assertThat(meeting.asSecretary(() -> drafting.save(meeting.id(), TextBlock.INTRO, "Zwei", it.version())))
                    .isEqualTo(new SavedText.Saved(2));
        });
        assertThat(meeting.asSecretary(() -> drafting.save(meeting.id(), TextBlock.CLOSING, "Ende", 0)))
                .isEqualTo(new SavedText.Saved(1));
    }

    @Test
    @DisplayName("are released as they were seen, not as somebody changed them meanwhile")
    void changedMeanwhile() {
        var meeting = RecordedMeeting.open(5, 4, context);
        meeting.close();
        var seen = meeting.begin().version();
        meeting.write(TextBlock.INTRO, "Neu");

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> meeting.asSecretary(() -> drafting.release(meeting.id(), seen)))
                .withMessage("minutes.release.changed-meanwhile");
    }

    @Test
    @DisplayName("stay as they are after the release: for the secretariat, and for the database")
    void fixedAfterRelease() {
        var meeting = RecordedMeeting.released(context);
        var minutes = meeting.asSecretary(() -> book.find(meeting.id())).orElseThrow();

        assertThat(minutes.releasedBy()).isEqualTo("Birgit Hollenbach");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> meeting.write(TextBlock.INTRO, "Anders"))
                .withMessage("minutes.save.released");
        assertThatExceptionOfType(Refusal.class).isThrownBy(meeting::release).withMessage("minutes.save.released");
        var id = minutes.id().value();
        for (var attempt : new String[] {
            "update minutes_minutes set released_by = 'x' where id = ?",
            "delete from minutes_minutes where id = ?",
            "update minutes_text set text = 'x' where minutes_id = ?",
            "delete from minutes_text where minutes_id = ?",
            "insert into minutes_text values (?, 'closing', 'x', 1, now(), 'x')",
            "update minutes_version set sheet = '{}' where minutes_id = ?",
            "delete from minutes_version where minutes_id = ?"
        }) {
            assertThatExceptionOfType(DataAccessException.class)
                    .as(attempt)
                    .isThrownBy(() -> database.sql(attempt).param(id).update());
        }
        assertThat(database.sql("select count(*) from audit_entry where line like ?")
                        .param("%minutes " + id + " released%")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("have a public version in which nothing of the non-public part stands, nor why somebody was absent")
    void publicVersion() {
        var meeting = RecordedMeeting.released(context);
        var whole = access.asSystem("test", () -> book.whole(meeting.id())).orElseThrow();
        var publicVersion = book.publicVersion(meeting.id()).orElseThrow();

        var wholeText = text(whole.file());
        var publicText = text(publicVersion.file());

        for (var secret : RecordedMeeting.SECRETS) {
            assertThat(wholeText).contains(secret);
            assertThat(publicText).doesNotContainIgnoringCase(secret);
            assertThat(publicVersion.sheet().toString()).doesNotContainIgnoringCase(secret);
            assertThat(database.sql("select sheet::text from minutes_version where minutes_id = ? and is_public")
                            .param(publicVersion.sheet().id().value())
                            .query(String.class)
                            .single())
                    .doesNotContainIgnoringCase(secret);
        }
        assertThat(publicText)
                .contains("Öffentliche Fassung", "Sichere Radwege", "Mit Änderungen beschlossen", "Ein Konzept.")
                .contains("Ja: 3, Nein: 0, Enthaltungen: 1, Befangen: 0", "Die Fraktionen begründen ihre Anträge.")
                .doesNotContain("Nicht öffentlich", "N 1");
        assertThat(wholeText).contains("Nicht öffentlicher Teil", "Birgit Hollenbach, Schriftführung");
    }

    @Test
    @DisplayName("R11: state that the public was excluded and why; the public version states the fact alone")
    void exclusionOfThePublic() {
        var meeting = RecordedMeeting.open(5, 4, context);
        meeting.call(meeting.second());
        Acting.as(meeting.chair(), () -> {
            publicity.closeDoors(meeting.id());
            publicity.exclude(meeting.id(), new Tally(4, 0, 0), "Steuergeheimnis der Brauerei");
        });
        meeting.close();
        meeting.begin();
        meeting.release();
        var whole = access.asSystem("test", () -> book.whole(meeting.id())).orElseThrow();
        var publicVersion =
                access.asSystem("test", () -> book.publicVersion(meeting.id())).orElseThrow();

        assertThat(text(whole.file()))
                .contains("für einen Tagesordnungspunkt ausgeschlossen", "Grund: Steuergeheimnis der Brauerei");
        assertThat(text(publicVersion.file()))
                .contains("für einen Tagesordnungspunkt ausgeschlossen")
                .doesNotContain("Steuergeheimnis", "Verschiedenes");
        assertThat(publicVersion.sheet().toString()).doesNotContain("Steuergeheimnis", "Verschiedenes");
    }

    @Test
    @DisplayName("R5: count a smaller quorum only on an item to which members were invited for the second time")
    void quorumOfTheSecondCall() {
        for (var again : new boolean[] {true, false}) {
            var earlier = RecordedMeeting.open(3, 3, context);
            var meeting = RecordedMeeting.open(5, 2, context);
            database.sql("update meeting_meeting set second_notice = true, repeats_meeting_id = ? where id = ?")
                    .params(earlier.id().value(), meeting.id().value())
                    .update();
            database.sql("update meeting_agenda_item set called_again = true where id = ?")
                    .param((again ? meeting.second() : meeting.item()).value())
                    .update();
            meeting.call(meeting.second());
            clock.putForwardTo(clock.instant().plus(Duration.ofMinutes(1)));
            meeting.call(meeting.item());

            var quorum = draft(meeting).quorum();

            assertThat(quorum.present()).isEqualTo(2);
            assertThat(quorum.isMet()).as("invited again to the first item").isEqualTo(again);
            assertThat(quorum.needed()).isEqualTo(again ? 1 : 3);
        }
    }

    @Test
    @DisplayName("are archivable in both versions: PDF/A-2a and PDF/UA-1")
    void archivable() throws IOException {
        var meeting = RecordedMeeting.released(context);
        for (var version : new MinutesBook.Version[] {
            access.asSystem("test", () -> book.whole(meeting.id())).orElseThrow(),
            book.publicVersion(meeting.id()).orElseThrow()
        }) {
            var pdf = access.asSystem("test", () -> {
                try (var in = files.read(version.file()).open()) {
                    return in.readAllBytes();
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            assertThat(ArchivablePdf.faultsByPdfA2a(pdf)).isEmpty();
            assertThat(ArchivablePdf.faultsByPdfUa1(pdf)).isEmpty();
        }
    }

    @Test
    @DisplayName("are read whole by the organization's members, and by nobody else; drafts by who prepares them")
    void whoReadsThem() {
        var meeting = RecordedMeeting.open(5, 4, context);
        meeting.close();
        meeting.begin();
        var other = meeting.council().organization(Classification.COMMITTEE, 3, context);
        var outsider = TestCouncil.person(context);
        TestCouncil.join(other, outsider, MembershipRole.MEMBER, context);

        assertThat(Acting.as(meeting.chair(), () -> book.find(meeting.id()))).isPresent();
        assertThat(Acting.as(meeting.member(3), () -> book.find(meeting.id()))).isEmpty();
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> Acting.as(meeting.member(3), () -> book.texts(meeting.id())));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> Acting.as(meeting.member(3), () -> drafting.begin(meeting.id())));

        meeting.release();

        assertThat(Acting.as(meeting.member(3), () -> book.whole(meeting.id()))).isPresent();
        assertThat(Acting.as(outsider, () -> book.whole(meeting.id()))).isEmpty();
        assertThat(Acting.as(outsider, () -> book.sheet(meeting.id()).isPublicVersion()))
                .isTrue();
        var whole = access.asSystem("test", () -> book.whole(meeting.id()))
                .orElseThrow()
                .file();
        var publicFile = book.publicVersion(meeting.id()).orElseThrow().file();
        assertThat(Acting.as(meeting.member(3), () -> files.find(whole))).isPresent();
        assertThat(Acting.as(outsider, () -> files.find(whole))).isEmpty();
        assertThat(Acting.as(outsider, () -> files.find(publicFile))).isPresent();
        assertThat(files.publicContent(whole)).isEmpty();
        assertThat(files.publicContent(publicFile)).isPresent();
        assertThat(files.find(whole)).isEmpty();
        assertThat(Acting.as(PersonId.next(), () -> files.find(whole))).isEmpty();
    }
}
