package de.ratssaal.urn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.dao.TransientDataAccessResourceException;

@IntegrationTest
@Import(MovableClock.class)
@DisplayName("Devices that register at another node than the one that collects")
class RegisteringOnAnotherNodeTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Collecting here;

    private final Collecting elsewhere = new Collecting();
    private HandingOn toOthers;
    private Registering registering;

    @BeforeEach
    void anotherNode() {
        toOthers = new HandingOn(
                elsewhere,
                context.getBean(UrnStore.class),
                context.getBean(DataSource.class),
                context.getBean(JdbcConnectionDetails.class));
        toOthers.start();
        registering = new Registering(
                context.getBean(UrnStore.class),
                context.getBean(OpenedElections.class),
                elsewhere,
                toOthers,
                context.getBean(Matters.class),
                context.getBean(ChangeNotices.class),
                context.getBean(Access.class));
    }

    @AfterEach
    void stop() {
        toOthers.stop();
    }

    @Test
    @DisplayName("are handed on to it, sealed")
    void handedOn() {
        var vote = new TestVote(5, 5, context);
        vote.begin();
        vote.register(4);
        var last = vote.meeting.member(4);
        Acting.as(last, () -> registering.register(vote.poll, vote.credential(last)));

        assertThat(vote.urn().ready()).contains(last);
        vote.open();
        assertThat(vote.urn().voters()).hasSize(5);
        assertThat(vote.vote(4, TestVote.YES)).hasSize(43);
    }

    @Test
    @DisplayName("are told there too that they registered another one")
    void another() {
        var vote = new TestVote(5, 5, context);
        vote.begin();
        vote.register(4);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Acting.as(
                        vote.meeting.member(1),
                        () -> registering.register(vote.poll, vote.credential(vote.meeting.member(4)))))
                .withMessage("urn.register.other");
    }

    @Test
    @DisplayName("register there, all of them again, if the one that collected has gone")
    void takenOver() {
        var vote = new TestVote(5, 5, context);
        vote.begin();
        vote.register(4);
        here.forget(vote.poll, 1);
        var last = vote.meeting.member(4);

        assertThatExceptionOfType(TransientDataAccessResourceException.class)
                .isThrownBy(() -> Acting.as(last, () -> registering.register(vote.poll, vote.credential(last))));
        assertThat(vote.urn().ready()).isEmpty();
        Acting.as(last, () -> registering.register(vote.poll, vote.credential(last)));
        vote.register(4);
        assertThat(vote.urn().ready()).hasSize(5);

        // the chair's node is the other one: it begins anew there
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() ->
                        Acting.as(vote.meeting.chair(), () -> vote.conduct().open(vote.poll, Set.of())))
                .withMessage("urn.open.collected-anew");
        vote.register(5);
        vote.open();
        assertThat(vote.urn().voters()).hasSize(5);

        assertThat(elsewhere.all())
                .as("who registered what, at the node that collected before")
                .containsKey(vote.poll);
        new ForgetVoters(elsewhere, context.getBean(CastingBallots.class), context.getBean(UrnStore.class)).forget();
        assertThat(elsewhere.all()).isEmpty();
    }

    @Test
    @DisplayName("are not forgotten while they are collected there")
    void keptWhileCollecting() {
        var vote = new TestVote(5, 5, context);
        vote.begin();
        vote.register(5);

        context.getBean(ForgetVoters.class).forget();
        vote.open();

        assertThat(vote.urn().voters()).hasSize(5);
        assertThat(here.all()).doesNotContainKey(vote.poll);
    }
}
