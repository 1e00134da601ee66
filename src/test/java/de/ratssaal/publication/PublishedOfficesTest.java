package de.ratssaal.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.ratssaal.IntegrationTest;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.meeting.MeetingMode;
import de.ratssaal.meeting.MeetingPlan;
import de.ratssaal.meeting.MeetingPlanning;
import de.ratssaal.organization.MembershipRole;
import de.ratssaal.organization.TestCouncil;
import java.time.Clock;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
@DisplayName("Offices and who works there")
class PublishedOfficesTest {

    @Autowired
    Access access;

    @Autowired
    Publishing publishing;

    @Autowired
    PublicRegister register;

    @Autowired
    MeetingPlanning planning;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    @Autowired
    ApplicationContext context;

    @Test
    @DisplayName("are never published, neither as they come into being nor when everything is made anew")
    void never() {
        var council = TestCouncil.of(2, context);
        var office = council.office(context);
        var worker = TestCouncil.person(context);
        TestCouncil.join(office, worker, MembershipRole.OFFICE_WORKER, context);
        // A councillor who heads an office is known as a councillor only.
        TestCouncil.join(office, council.chair(), MembershipRole.OFFICE_HEAD, context);
        access.asSystem("test", () -> {
            publishing.publish(office);
            publishing.publishWithMeetings(office);
            publishing.publish(worker);
            publishing.publish(council.chair());
            publishing.rebuild();
        });

        await().untilAsserted(() -> assertThat(register.person(council.chair())).isPresent());
        assertThat(register.person(council.chair()).orElseThrow().memberships())
                .extracting(PublicPerson.Membership::organization)
                .containsExactly(council.council());
        assertThat(register.organization(office)).isEmpty();
        assertThat(register.person(worker)).isEmpty();
        assertThat(register.everything(100_000))
                .extracting(PublicRegister.Listed::id)
                .doesNotContain(office.value(), worker.value());
        for (var secret : new Object[] {office.value(), worker.value()}) {
            assertThat(database.sql("select count(*) from publication_entry where body::text like ?")
                            .param("%" + secret + "%")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    @DisplayName("do not meet")
    void noMeetings() {
        var office = TestCouncil.of(2, context).office(context);

        assertThat(Assertions.catchThrowableOfType(
                                Refusal.class,
                                () -> access.asSystem(
                                        "test",
                                        () -> planning.plan(
                                                office,
                                                new MeetingPlan(
                                                        "Dienstberatung",
                                                        MeetingMode.IN_PERSON,
                                                        clock.instant().plus(Duration.ofDays(10)),
                                                        null,
                                                        "Rathaus",
                                                        ""))))
                        .key())
                .isEqualTo("meeting.plan.does-not-meet");
    }
}
