package de.ratssaal.urn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.base.Refusal;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.AccessDeniedException;

@IntegrationTest
@Import(MovableClock.class)
@DisplayName("A device that the city provides")
class ProvidedBoothsTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    ProvidedBooths booths;

    @Test
    @DisplayName("registers and votes for members without a device of their own, one after the other, each once")
    void oneAfterTheOther() {
        var vote = new TestVote(5, 5, context);
        var chair = vote.meeting.chair();
        var third = vote.meeting.member(3);
        var fourth = vote.meeting.member(4);
        vote.begin();
        vote.register(3);
        var ofThird = Acting.as(chair, () -> booths.provide(vote.poll, third));
        var ofFourth = Acting.as(chair, () -> booths.provide(vote.poll, fourth));
        Acting.as(chair, () -> booths.register(vote.poll, ofThird, vote.credential(third)));
        Acting.as(chair, () -> booths.register(vote.poll, ofFourth, vote.credential(fourth)));
        vote.open();

        assertThat(vote.urn().voters()).contains(third, fourth);
        assertThat(Acting.as(chair, () -> booths.state(vote.poll, ofThird)).voted())
                .isFalse();
        Acting.as(chair, () -> booths.cast(vote.poll, ofThird, vote.ballot(third, TestVote.YES)));
        Acting.as(chair, () -> booths.cast(vote.poll, ofFourth, vote.ballot(fourth, TestVote.NO)));
        assertThat(vote.urn().cast()).isEqualTo(2);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() ->
                        Acting.as(chair, () -> booths.cast(vote.poll, ofThird, vote.ballot(third, TestVote.NO))))
                .withMessage("urn.cast.twice");
    }

    @Test
    @DisplayName(
            "is provided by who conducts the meeting alone, and serves the member it was provided for in that vote alone")
    void whoProvides() {
        var vote = new TestVote(5, 5, context);
        var chair = vote.meeting.chair();
        var member = vote.meeting.member(3);
        vote.begin();
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> Acting.as(vote.meeting.member(2), () -> booths.provide(vote.poll, member)));
        var ticket = Acting.as(chair, () -> booths.provide(vote.poll, member));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> Acting.as(
                        vote.meeting.member(2),
                        () -> booths.register(vote.poll, ticket, vote.credential(vote.meeting.member(2)))));
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> Acting.as(chair, () -> booths.state(vote.poll, BoothTicket.next())));
        vote.register(member);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Acting.as(chair, () -> booths.provide(vote.poll, member)))
                .withMessage("urn.provide.registered");
    }

    @Test
    @DisplayName("serves for one ballot in one vote: in no other, and not after registration was begun anew")
    void ticket() {
        var vote = new TestVote(5, 5, context);
        var chair = vote.meeting.chair();
        var member = vote.meeting.member(4);
        vote.begin();
        vote.register(4);
        var early = Acting.as(chair, () -> booths.provide(vote.poll, member));
        Acting.as(chair, () -> vote.conduct().withdraw(vote.poll));
        vote.begin();
        vote.register(4);
        assertThatExceptionOfType(NoSuchElementException.class)
                .as("it was of the registration before")
                .isThrownBy(() -> Acting.as(chair, () -> {
                    booths.register(vote.poll, early, vote.credential(member));
                    return true;
                }));
        var ticket = Acting.as(chair, () -> booths.provide(vote.poll, member));
        Acting.as(chair, () -> booths.register(vote.poll, ticket, vote.credential(member)));
        vote.open();

        var other = new TestVote(5, 5, context);
        other.begin();
        assertThatExceptionOfType(NoSuchElementException.class)
                .as("it is of another vote")
                .isThrownBy(() -> Acting.as(other.meeting.chair(), () -> booths.state(other.poll, ticket)));
        var ballot = vote.ballot(member, TestVote.YES);
        var tracker = Acting.as(chair, () -> booths.cast(vote.poll, ticket, ballot));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() ->
                        Acting.as(chair, () -> booths.cast(vote.poll, ticket, vote.ballot(member, TestVote.NO))))
                .withMessage("urn.cast.twice");
        vote.vote(0, TestVote.YES);
        vote.vote(1, TestVote.YES);
        vote.end();
        assertThat(Acting.as(chair, () -> booths.cast(vote.poll, ticket, ballot)))
                .as("a device that heard no answer asks again, also after the end")
                .isEqualTo(tracker);
    }
}
