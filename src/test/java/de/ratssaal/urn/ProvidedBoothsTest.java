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
}
