package de.ratssaal.notification;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.ratssaal.IntegrationTest;
import de.ratssaal.identity.Access;
import de.ratssaal.meeting.InvitationPost;
import de.ratssaal.meeting.Invitations;
import de.ratssaal.meeting.MeetingMode;
import de.ratssaal.meeting.MeetingPlan;
import de.ratssaal.meeting.MeetingPlanning;
import de.ratssaal.organization.TestCouncil;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@IntegrationTest
class MailWithoutServerTest {

    @Autowired
    MeetingPlanning planning;

    @Autowired
    Invitations invitations;

    @Autowired
    InvitationPost post;

    @Autowired
    Access access;

    @Autowired
    Clock clock;

    @Autowired
    ApplicationContext context;

    @Test
    @DisplayName("Without a mail server every invitation fails at once and says so, instead of seeming to be delivered")
    void withoutAMailServerInvitationsFail() {
        var council = TestCouncil.of(3, context);
        var meeting = access.asSystem("test", () -> {
            var planned = planning.plan(
                    council.council(),
                    new MeetingPlan(
                            "1. Sitzung",
                            MeetingMode.IN_PERSON,
                            clock.instant().plus(Duration.ofDays(20)),
                            null,
                            "Rathaus",
                            ""));
            planning.addItem(planned, null, true, "Eröffnung");
            invitations.send(planned, false);
            return planned;
        });

        await().atMost(ofSeconds(30))
                .untilAsserted(() -> assertThat(access.asSystem("test", () -> invitations.of(meeting)))
                        .allSatisfy(it -> {
                            assertThat(it.failure()).isEqualTo("notification.failure.no-server");
                            assertThat(it.deliveredAt()).isNull();
                        }));
        assertThat(post.remark()).contains("notification.remark.no-server");
    }
}
