package de.ratssaal.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.ratssaal.IntegrationTest;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.Channel;
import de.ratssaal.meeting.Channels;
import de.ratssaal.meeting.Invitations;
import de.ratssaal.organization.TestCouncil;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;

@IntegrationTest
@DisplayName("What changes after the invitation")
class SupplementsTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Supplements supplements;

    @Autowired
    Rounds rounds;

    @Autowired
    Looks looks;

    @Autowired
    Channels channels;

    @Autowired
    Invitations invitations;

    @Test
    @DisplayName("is told once, also if two send it at the same time")
    void toldOnce() throws Exception {
        var test = TestInvitation.of(3, context).convene();
        test.system(() -> test.planning().addItem(test.meeting, null, true, "Nachtrag"));
        assertThat(pending(test).changes())
                .singleElement()
                .satisfies(it -> assertThat(it.text()).isEqualTo("Nachtrag"));

        var start = new CountDownLatch(1);
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = Stream.of(1, 2)
                    .map(it -> both.submit(() -> {
                        start.await();
                        test.system(() -> supplements.send(test.meeting, "Bitte beachten"));
                        return true;
                    }))
                    .toList();
            start.countDown();
            for (var it : sent) {
                it.get();
            }
        }

        assertThat(test.system(() -> rounds.of(test.meeting))).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo(RoundKind.SUPPLEMENT);
            assertThat(it.note()).isEqualTo("Bitte beachten");
            assertThat(it.deliveries()).hasSize(3);
        });
        assertThat(pending(test).isEmpty()).isTrue();
    }

    @Test
    @DisplayName("goes out on the way that each agreed to, and its handover is recorded in one act")
    void byChannel() {
        var test = TestInvitation.of(3, context);
        var onPaper = test.member(2);
        test.as(onPaper, () -> {
            channels.choose(Channel.PRINT, "Am Markt 3\n99999 Lindenau");
            return true;
        });
        test.convene();
        assertThat(test.invitation(onPaper).channel()).isEqualTo(Channel.PRINT);
        assertThat(test.invitation(test.chair()).channel()).isEqualTo(Channel.PORTAL);
        test.system(() -> invitations.handedOverOnPaper(test.meeting));
        assertThat(test.invitation(onPaper).deliveredAt()).isNotNull();

        test.system(() -> test.planning().replan(test.meeting, test.plan("Stadthalle")));
        test.system(() -> supplements.send(test.meeting, ""));

        var round = test.system(() -> rounds.of(test.meeting)).getFirst();
        assertThat(round.deliveries())
                .filteredOn(it -> it.channel() == Channel.PRINT)
                .singleElement()
                .satisfies(it -> assertThat(it.person()).isEqualTo(onPaper));
        test.system(() -> rounds.handedOverOnPaper(test.meeting, round.number()));
        assertThat(test.system(() -> rounds.of(test.meeting)).getFirst().deliveries())
                .filteredOn(it -> it.person().equals(onPaper))
                .singleElement()
                .satisfies(it -> assertThat(it.deliveredAt()).isNotNull());
    }

    @Test
    @DisplayName("is not told to a guest who may know nothing of it, nor shown to them")
    void guestLearnsNothing() {
        var test = TestInvitation.of(3, context);
        PersonId guest = test.system(() -> TestCouncil.guest(test.council.council(), context));
        test.convene();
        assertThat(test.as(guest, () -> looks.sinceLastLook(test.meeting))).isEmpty();
        assertThat(test.as(test.chair(), () -> looks.sinceLastLook(test.meeting)))
                .isEmpty();

        test.system(() -> test.planning().addItem(test.meeting, null, false, "Noch ein Geheimnis"));
        test.system(() -> supplements.send(test.meeting, ""));

        assertThat(test.system(() -> rounds.of(test.meeting)).getFirst().deliveries())
                .extracting(Delivery::person)
                .doesNotContain(guest)
                .hasSize(3);
        assertThat(test.as(guest, () -> looks.sinceLastLook(test.meeting)))
                .hasValueSatisfying(it -> assertThat(it.changes()).isEmpty());
        assertThat(test.as(test.chair(), () -> looks.sinceLastLook(test.meeting)))
                .hasValueSatisfying(it -> assertThat(it.changes())
                        .singleElement()
                        .satisfies(change -> assertThat(change.text()).isEqualTo("Noch ein Geheimnis")));
        assertThat(test.as(guest, () -> looks.marks(test.meeting))).isEmpty();
    }

    @Test
    @DisplayName("is shown to each member until they say that they have seen it")
    void shownUntilSeen() {
        var test = TestInvitation.of(3, context).convene();
        test.as(test.member(1), () -> looks.sinceLastLook(test.meeting));
        test.as(test.member(2), () -> looks.sinceLastLook(test.meeting));
        test.system(() -> test.planning().addItem(test.meeting, null, true, "Nachtrag"));

        test.as(test.member(1), () -> {
            looks.seen(test.meeting);
            return true;
        });

        assertThat(test.as(test.member(1), () -> looks.sinceLastLook(test.meeting))
                        .orElseThrow()
                        .changes())
                .isEmpty();
        assertThat(test.as(test.member(2), () -> looks.sinceLastLook(test.meeting))
                        .orElseThrow()
                        .changes())
                .hasSize(1);
    }

    @Test
    @DisplayName("is seen and sent by those who convene the meeting alone")
    void onlyWhoConvenes() {
        var test = TestInvitation.of(3, context).convene();

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> test.as(test.member(2), () -> supplements.pending(test.meeting)));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> test.as(test.member(2), () -> rounds.of(test.meeting)));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> test.as(test.member(2), () -> {
                    supplements.send(test.meeting, "");
                    return true;
                }));
    }

    private Supplement pending(TestInvitation test) {
        return test.system(() -> supplements.pending(test.meeting));
    }
}
