package de.ratssaal.minutes;

import static org.assertj.core.api.Assertions.assertThat;

import de.ratssaal.attendance.Place;
import de.ratssaal.attendance.Presence;
import de.ratssaal.identity.PersonId;
import de.ratssaal.organization.MemberSummary;
import de.ratssaal.organization.MembershipRole;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R18: Who was present")
class PresencesTest {

    static final Instant BEGIN = Instant.parse("2026-11-18T16:00:00Z");
    static final Instant END = at(180);

    private final PersonId member = PersonId.next();

    private static Instant at(int minutes) {
        return BEGIN.plusSeconds(minutes * 60L);
    }

    private static MinutesSheet.Span span(@Nullable Instant since, @Nullable Instant until, Place place) {
        return new MinutesSheet.Span(since, until, place);
    }

    private List<MinutesSheet.Span> spans(Presence... intervals) {
        return new Presences(List.of(intervals), BEGIN, END).of(member);
    }

    @Test
    @DisplayName("from before the opening until after the end was there from begin to end")
    void fromBeginToEnd() {
        assertThat(spans(new Presence(member, Place.ROOM, at(-15), null)))
                .containsExactly(span(null, null, Place.ROOM));
        assertThat(spans(new Presence(member, Place.ROOM, BEGIN, END))).containsExactly(span(null, null, Place.ROOM));
    }

    @Test
    @DisplayName("in the place of another is named for the time in which the other was absent")
    void standingIn() {
        var other = PersonId.next();
        var presences = new Presences(
                List.of(
                        new Presence(member, Place.ROOM, at(-5), null),
                        new Presence(other, Place.ROOM, at(30), at(90))),
                BEGIN,
                END);

        assertThat(presences.without(member, other))
                .containsExactly(span(null, at(30), Place.ROOM), span(at(90), null, Place.ROOM));
        assertThat(presences.without(other, member)).isEmpty();
    }

    @Test
    @DisplayName("for a time has the time named, and each time if they came back")
    void comingAndGoing() {
        assertThat(spans(
                        new Presence(member, Place.ROOM, at(-5), at(40)),
                        new Presence(member, Place.ROOM, at(70), at(170))))
                .containsExactly(span(null, at(40), Place.ROOM), span(at(70), at(170), Place.ROOM));
    }

    @Test
    @DisplayName("and went on from home is named with both places")
    void movingHome() {
        assertThat(spans(
                        new Presence(member, Place.ROOM, at(-5), at(60)),
                        new Presence(member, Place.REMOTE, at(60), null)))
                .containsExactly(span(null, at(60), Place.ROOM), span(at(60), null, Place.REMOTE));
    }

    @Test
    @DisplayName("before the opening only, or after the end, was not there")
    void outsideTheMeeting() {
        assertThat(spans(new Presence(member, Place.ROOM, at(-50), BEGIN), new Presence(member, Place.ROOM, END, null)))
                .isEmpty();
    }

    @Test
    @DisplayName("counts for the quorum with a vote of their own, a substitute only for somebody absent")
    void countingForTheQuorum() {
        var other = PersonId.next();
        var substitute = PersonId.next();
        var adviser = PersonId.next();
        var members = List.of(
                member(member, MembershipRole.MEMBER, true, null),
                member(other, MembershipRole.MEMBER, true, null),
                member(substitute, MembershipRole.SUBSTITUTE, false, other),
                member(adviser, MembershipRole.ADVISORY_MEMBER, false, null));
        var presences = new Presences(
                List.of(
                        new Presence(member, Place.ROOM, at(0), null),
                        new Presence(substitute, Place.ROOM, at(0), null),
                        new Presence(adviser, Place.ROOM, at(0), null),
                        new Presence(other, Place.ROOM, at(30), at(60))),
                BEGIN,
                null);

        assertThat(presences.countVoting(members, at(10))).isEqualTo(2);
        assertThat(presences.countVoting(members, at(40))).isEqualTo(2);
        assertThat(presences.countVoting(members.subList(0, 2), at(10))).isEqualTo(1);
        assertThat(presences.countVoting(members.subList(0, 2), at(60))).isEqualTo(1);
    }

    private static MemberSummary member(
            PersonId person, MembershipRole role, boolean votes, @Nullable PersonId standsInFor) {
        return new MemberSummary(person, "Kim", "Kim", role, votes, standsInFor, null, null, null, 0);
    }
}
