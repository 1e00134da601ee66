package de.ratssaal.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.base.Refusal;
import de.ratssaal.conference.EnteringRooms;
import de.ratssaal.conference.Lines;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.rules.RulesOfProcedure;
import de.ratssaal.rules.StreamRule;
import de.ratssaal.rules.TestRules;
import de.ratssaal.voting.TestMeeting;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
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
@DisplayName("The stream of a hybrid meeting")
class StreamTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Autowired
    ApplicationContext context;

    @Autowired
    Streaming streaming;

    @Autowired
    Consents consents;

    @Autowired
    Playlists playlists;

    @Autowired
    StreamOnBoard onBoard;

    @Autowired
    KeepRecordings keeping;

    @Autowired
    StreamStore store;

    @Autowired
    Meetings meetings;

    @Autowired
    EnteringRooms entering;

    @Autowired
    Lines lines;

    @Autowired
    Access access;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient database;

    private static StreamRule rule(boolean streamed, boolean recorded) {
        return new StreamRule(
                streamed,
                true,
                recorded,
                30,
                RulesOfProcedure.THUERINGEN.stream().source());
    }

    private TestMeeting meeting(StreamRule rule) {
        var meeting = TestMeeting.open(3, 2, TestRules.with(RulesOfProcedure.THUERINGEN, rule), context);
        meeting.call(meeting.item());
        enter(meeting, meeting.chair());
        return meeting;
    }

    private void enter(TestMeeting meeting, PersonId person) {
        Acting.as(person, () -> {
            var ticket = (String) entering.ticket(meeting.id(), true, null).get("ticket");
            lines.enter(ticket, UUID.randomUUID(), null);
        });
    }

    private PublicStream stream(TestMeeting meeting) {
        return access.asSystem("test", () -> onBoard.read(meetings.meeting(meeting.id())));
    }

    private void begin(TestMeeting meeting) {
        Acting.as(meeting.chair(), () -> streaming.begin(meeting.id()));
    }

    private int segments(TestMeeting meeting) {
        return database.sql("select count(*) from stream_segment where meeting_id = ?")
                .param(meeting.id().value())
                .query(Integer.class)
                .single();
    }

    private void hasSegments(TestMeeting meeting, int wanted) {
        await().atMost(SOON).until(() -> segments(meeting) >= wanted);
    }

    @Test
    @DisplayName(
            "R17: ends with the act that excludes the public: from then on the database takes no segment; afterwards it goes on by itself")
    void closedDoors() {
        var meeting = meeting(rule(true, true));
        begin(meeting);
        assertThat(stream(meeting).state()).isIn(PublicStream.State.BEGINNING, PublicStream.State.ON);
        hasSegments(meeting, 2);
        assertThat(stream(meeting).state()).isEqualTo(PublicStream.State.ON);
        var before = store.open(meeting.id()).orElseThrow();

        meeting.call(meeting.nonPublic());
        var after = segments(meeting);

        assertThat(stream(meeting).state()).isEqualTo(PublicStream.State.PAUSED);
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> database.sql("""
                                insert into stream_segment (meeting_id, sequence, run_id, take, breaks, ticks, began_at, millis, bytes)
                                values (?, 100000, ?, gen_random_uuid(), 0, 0, now(), 2000, '')
                                """)
                        .params(meeting.id().value(), before.id().value())
                        .update())
                .withMessageContaining("this stretch of the stream is over");
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> database.sql("update stream_run set stopped_at = null where id = ?")
                        .param(before.id().value())
                        .update());
        assertThat(segments(meeting)).isEqualTo(after);

        meeting.call(meeting.item());
        hasSegments(meeting, after + 1);
        assertThat(playlists.liveMedia(meeting.id()))
                .hasValueSatisfying(it -> assertThat(it)
                        .contains("#EXT-X-DISCONTINUITY\n", "#EXTINF:2.0", "%d.ts".formatted(after))
                        .doesNotContain("ENDLIST"));

        Acting.as(meeting.chair(), () -> streaming.end(meeting.id()));
        assertThat(stream(meeting).state()).isEqualTo(PublicStream.State.OFF);
        await().atMost(SOON)
                .until(() -> playlists.liveMedia(meeting.id()).orElseThrow().contains("#EXT-X-ENDLIST"));

        var chapters = playlists.chapters(meeting.id());
        assertThat(chapters).extracting(Playlists.Chapter::item).containsOnly(meeting.item());
        assertThat(playlists.recording(meeting.id(), 0, List.of(meeting.item())))
                .hasValueSatisfying(it -> assertThat(it).contains("../stream/0.ts", "#EXT-X-ENDLIST"));
        assertThat(playlists.recordedCaptions(meeting.id(), 0, List.of(meeting.item())))
                .hasValueSatisfying(it -> assertThat(it).contains("../stream/0.vtt"));
        assertThat(playlists.recording(meeting.id(), chapters.size(), List.of(meeting.item())))
                .isEmpty();

        assertThat(playlists.recording(meeting.id(), 0, List.of(meeting.nonPublic())))
                .as("of an item that is not public any more")
                .isEmpty();
        clock.putForwardTo(clock.instant().plus(KeepRecordings.SHOWN).plusSeconds(60));
        assertThat(playlists.segment(meeting.id(), 0, List.of(meeting.item()))).isPresent();
        assertThat(playlists.segment(meeting.id(), 1, List.of(meeting.nonPublic())))
                .isEmpty();
        assertThat(playlists.captions(meeting.id(), 1, List.of(meeting.nonPublic())))
                .isEmpty();

        Acting.as(meeting.chair(), () -> streaming.deleteRecording(meeting.id()));
        assertThat(segments(meeting)).isZero();
        assertThat(playlists.chapters(meeting.id())).isEmpty();
        await().atMost(SOON)
                .until(() -> playlists
                        .segment(meeting.id(), 0, List.of(meeting.item()))
                        .isEmpty());

        begin(meeting);
        hasSegments(meeting, 1);
        assertThat(store.last(meeting.id(), 1).getFirst().sequence())
                .as("no number is used twice")
                .isGreaterThan(after);
        Acting.as(meeting.chair(), () -> streaming.end(meeting.id()));
    }

    @Test
    @DisplayName("shows only who has agreed, from the moment they do, and not once they take it back")
    void consent() {
        var meeting = meeting(rule(true, false));
        begin(meeting);
        await().atMost(SOON).until(() -> stream(meeting).shown() == PublicStream.Shown.WITHHELD);

        Acting.as(meeting.chair(), () -> consents.give(false));
        await().atMost(SOON).until(() -> stream(meeting).shown() != PublicStream.Shown.WITHHELD);

        Acting.as(meeting.chair(), () -> consents.withdraw());
        await().atMost(SOON).until(() -> stream(meeting).shown() == PublicStream.Shown.WITHHELD);

        Acting.as(meeting.chair(), () -> meeting.conduct().interrupt(meeting.id(), meeting.revision()));
        await().atMost(SOON).until(() -> stream(meeting).shown() == PublicStream.Shown.BREAK);
        Acting.as(meeting.chair(), () -> streaming.end(meeting.id()));
    }

    @Test
    @DisplayName("is recorded of nobody who agreed to be shown only")
    void notRecorded() {
        var meeting = meeting(rule(true, true));
        Acting.as(meeting.chair(), () -> consents.give(false));
        begin(meeting);
        await().atMost(SOON).until(() -> stream(meeting).shown() == PublicStream.Shown.WITHHELD);
        Acting.as(meeting.chair(), () -> consents.give(true));
        await().atMost(SOON).until(() -> stream(meeting).shown() != PublicStream.Shown.WITHHELD);
        Acting.as(meeting.chair(), () -> streaming.end(meeting.id()));
    }

    @Test
    @DisplayName("keeps nothing that is only shown: neither segments nor captions")
    void forgets() {
        var meeting = meeting(rule(true, false));
        begin(meeting);
        hasSegments(meeting, 1);
        Acting.as(meeting.chair(), () -> streaming.caption(meeting.id(), "Guten Abend"));
        Acting.as(meeting.chair(), () -> streaming.end(meeting.id()));

        clock.putForwardTo(clock.instant().plus(KeepRecordings.SHOWN).plusSeconds(60));
        keeping.forgetShown();

        assertThat(segments(meeting)).isZero();
        assertThat(database.sql("select count(*) from stream_run where meeting_id = ?")
                        .param(meeting.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(playlists.chapters(meeting.id())).isEmpty();
    }

    @Test
    @DisplayName("is begun by chair or secretariat alone, where the rules of procedure provide for it")
    void refused() {
        var meeting = meeting(rule(false, false));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> begin(meeting))
                .withMessageContaining("not-by-rules");
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> Acting.as(meeting.member(2), () -> streaming.begin(meeting.id())));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> Acting.as(meeting.member(2), () -> streaming.caption(meeting.id(), "Guten Abend")));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() ->
                        Acting.as(meeting.chair(), () -> streaming.show(meeting.id(), "https://tv.example/live.m3u8")))
                .withMessageContaining("not-by-rules");
    }

    @Test
    @DisplayName("may be that of somebody else, at an address that is one")
    void elsewhere() {
        var meeting = meeting(rule(true, false));
        for (var wrong : List.of(
                "http://tv.example", "https://", "javascript:alert(1)", "https://me@tv.example/", "tv.example")) {
            assertThatExceptionOfType(Refusal.class)
                    .as(wrong)
                    .isThrownBy(() -> Acting.as(meeting.chair(), () -> streaming.show(meeting.id(), wrong)))
                    .withMessageContaining("stream.address");
        }
        Acting.as(meeting.chair(), () -> streaming.show(meeting.id(), "https://tv.example/stadtrat"));
        assertThat(stream(meeting).address()).isEqualTo("https://tv.example/stadtrat");
        assertThat(stream(meeting).state()).isEqualTo(PublicStream.State.OFF);
    }

    @Test
    @DisplayName("has captions where they were written, in the time of its segments")
    void captions() {
        var meeting = meeting(rule(true, false));
        begin(meeting);
        hasSegments(meeting, 1);
        Acting.as(meeting.chair(), () -> streaming.caption(meeting.id(), "Ich eröffne  die <Sitzung>."));
        hasSegments(meeting, segments(meeting) + 2);

        var sequences = store.last(meeting.id(), 9).stream()
                .map(StreamStore.Kept::sequence)
                .toList();
        assertThat(sequences)
                .map(it -> playlists
                        .captions(meeting.id(), it, List.of(meeting.item()))
                        .orElseThrow())
                .allMatch(it -> it.startsWith("WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:"))
                .anySatisfy(it -> assertThat(it).contains(" --> ", "Ich eröffne die &lt;Sitzung&gt;."));
        assertThat(playlists.captions(meeting.id(), 9_999, List.of(meeting.item())))
                .isEmpty();
        Acting.as(meeting.chair(), () -> streaming.end(meeting.id()));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Acting.as(meeting.chair(), () -> streaming.caption(meeting.id(), "Noch etwas")))
                .withMessageContaining("not-shown");
    }

    @Test
    @DisplayName("is kept, where it is recorded, as long as the rules say and no day longer")
    void keptDays() {
        var meeting = meeting(rule(true, true));
        begin(meeting);
        hasSegments(meeting, 1);
        meeting.call(meeting.nonPublic());
        Acting.as(meeting.chair(), () -> meeting.conduct().close(meeting.id(), meeting.revision()));
        var closed = clock.instant();

        clock.putForwardTo(closed.plus(Duration.ofDays(29)));
        keeping.deleteOld();
        assertThat(segments(meeting)).isPositive();

        clock.putForwardTo(closed.plus(Duration.ofDays(31)));
        keeping.deleteOld();
        assertThat(segments(meeting)).isZero();
    }
}
