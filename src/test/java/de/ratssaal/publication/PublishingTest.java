package de.ratssaal.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import de.ratssaal.IntegrationTest;
import de.ratssaal.attendance.AttendanceRegister;
import de.ratssaal.attendance.Place;
import de.ratssaal.conduct.DecidingPublicity;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.Invitations;
import de.ratssaal.meeting.ItemState;
import de.ratssaal.meeting.MeetingConduct;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingMode;
import de.ratssaal.meeting.MeetingPlan;
import de.ratssaal.meeting.MeetingPlanning;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Classification;
import de.ratssaal.organization.MembershipRole;
import de.ratssaal.organization.OrganizationAdministration;
import de.ratssaal.organization.TestCouncil;
import de.ratssaal.paper.ConsultationRole;
import de.ratssaal.paper.PaperDrafting;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.PaperRouting;
import de.ratssaal.paper.PaperShelf;
import de.ratssaal.paper.TestPapers;
import de.ratssaal.rules.RulesOfProcedure;
import de.ratssaal.voting.Choice;
import de.ratssaal.voting.Outcome;
import de.ratssaal.voting.PollConduct;
import de.ratssaal.voting.PollQuestion;
import de.ratssaal.voting.Tally;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@IntegrationTest
@DisplayName("What is public")
class PublishingTest {

    private static final String SECRET = "Grundstücksverkauf an Zacharias";

    @Autowired
    Access access;

    @Autowired
    MeetingPlanning planning;

    @Autowired
    Invitations invitations;

    @Autowired
    MeetingConduct conduct;

    @Autowired
    DecidingPublicity publicity;

    @Autowired
    Meetings meetings;

    @Autowired
    AttendanceRegister attendance;

    @Autowired
    PollConduct polls;

    @Autowired
    OrganizationAdministration organizations;

    @Autowired
    PaperDrafting drafting;

    @Autowired
    PaperRouting routing;

    @Autowired
    PublicRegister register;

    @Autowired
    ReleasedResolutions releases;

    @Autowired
    Publishing publishing;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    @Autowired
    ApplicationContext context;

    TestCouncil council;
    MeetingId meeting;
    AgendaItemId publicItem;
    AgendaItemId secretItem;

    @BeforeEach
    void planMeeting() {
        council = TestCouncil.of(5, context);
        meeting = asSystem(() -> planning.plan(
                council.council(),
                new MeetingPlan(
                        "Sitzung",
                        MeetingMode.IN_PERSON,
                        clock.instant().plus(Duration.ofDays(10)),
                        null,
                        "Rathaus",
                        "")));
        secretItem = asSystem(() -> planning.addItem(meeting, null, false, SECRET));
        publicItem = asSystem(() -> planning.addItem(meeting, null, true, "Haushalt"));
    }

    @Test
    @DisplayName("a meeting is, with its public items only, as soon as it is convened (R2) and not before")
    void aMeetingFromItsInvitationOn() {
        asSystem(() -> {
            publishing.publish(meeting);
            return true;
        });
        assertThat(register.meeting(meeting)).isEmpty();

        convene();

        await().untilAsserted(() -> assertThat(register.meeting(meeting)).isPresent());
        var shown = register.meeting(meeting).orElseThrow();
        assertThat(shown.items())
                .extracting(PublicMeeting.Item::number, PublicMeeting.Item::title)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Ö 1", "Haushalt"));
        assertThat(register.organization(council.council()).orElseThrow().members())
                .hasSize(5);
        assertThat(register.person(council.chair()).orElseThrow().memberships()).hasSize(1);
        assertNothingSecret();
    }

    @Test
    @DisplayName("a meeting that was called off is shown as cancelled if it was announced, and never if it was not")
    void aCancelledMeeting() {
        asSystem(() -> {
            planning.cancel(meeting, "kein Raum");
            publishing.publish(meeting);
            return true;
        });
        assertThat(register.meeting(meeting)).isEmpty();

        planMeeting();
        convene();
        asSystem(() -> {
            planning.cancel(meeting, "kein Raum");
            return true;
        });
        await().untilAsserted(() -> assertThat(register.meeting(meeting))
                .hasValueSatisfying(it -> assertThat(it.isToCome()).isFalse()));
    }

    @Test
    @DisplayName("a decision on a public item is with how each member voted (R15); one on a non-public item is not")
    void decisions() {
        convene();
        hold();
        decide(publicItem, "Haushalt 2027", "Der Haushalt wird beschlossen.");
        decide(secretItem, SECRET, "Das Grundstück wird an Zacharias verkauft.");
        asSystem(() -> {
            conduct.close(meeting, revision());
            return true;
        });

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                register.meeting(meeting).orElseThrow().state().isRunning())
                        .isFalse());
        var item = register.meeting(meeting).orElseThrow().items().getFirst();
        var decision = register.decision(item.results().getFirst().decision()).orElseThrow();
        assertThat(decision.outcome()).isEqualTo(Outcome.ADOPTED);
        assertThat(decision.vote()).isEqualTo(new VoteResult(2, 1, 0, 0, 5, null));
        assertThat(decision.votes(Choice.YES))
                .hasSize(2)
                .allSatisfy(it -> assertThat(it.enteredFor())
                        .as("marked: a clerk entered it")
                        .isTrue());
        assertThat(decision.votes(Choice.NO))
                .extracting(PublicDecision.NamedVote::person)
                .containsExactly(council.members().get(2));
        assertThat(decision.wording()).isEqualTo("Der Haushalt wird beschlossen.");
        assertNothingSecret();
    }

    @Test
    @DisplayName(
            "R11: a resolution from non-public session is once the organization releases it, without who voted how")
    void released() {
        convene();
        hold();
        decide(secretItem, "Verkauf eines Grundstücks", "Das Grundstück wird verkauft.");
        asSystem(() -> {
            conduct.close(meeting, revision());
            return true;
        });
        await().untilAsserted(
                        () -> assertThat(register.meeting(meeting).orElseThrow().state())
                                .isEqualTo(de.ratssaal.meeting.MeetingState.CLOSED));
        assertNothingSecret();
        var resolution =
                asSystem(() -> releases.releasable(meeting, secretItem)).getFirst();
        assertThatExceptionOfType(de.ratssaal.base.Refusal.class)
                .isThrownBy(() -> asSystem(() -> {
                    releases.release(meeting, resolution.id(), " ");
                    return true;
                }));

        asSystem(() -> {
            releases.release(meeting, resolution.id(), "Beschluss vom 3. Mai: Der Kauf ist vollzogen.");
            return true;
        });

        await().untilAsserted(() ->
                assertThat(register.meeting(meeting).orElseThrow().released()).hasSize(1));
        var decision = register.decision(new PublicDecisionId(resolution.id())).orElseThrow();
        assertThat(decision.wording()).isEqualTo("Das Grundstück wird verkauft.");
        assertThat(decision.vote()).isEqualTo(new VoteResult(2, 1, 0, 0, 5, null));
        assertThat(decision.votes()).isEmpty();
        assertThat(decision.papers()).isEmpty();
        assertThat(register.meeting(meeting).orElseThrow().items()).hasSize(1);
    }

    @Test
    @DisplayName("publishing again changes nothing, not even the revision")
    void againChangesNothing() {
        convene();
        await().untilAsserted(() -> assertThat(register.meeting(meeting)).isPresent());
        var before = snapshot();

        asSystem(() -> {
            publishing.publish(meeting);
            publishing.publish(council.council());
            publishing.publish(council.chair());
            publishing.publish(council.body());
            return true;
        });

        assertThat(snapshot()).isEqualTo(before);
    }

    @Test
    @DisplayName("the whole copy can be made anew and is then the same")
    void rebuilt() {
        convene();
        await().untilAsserted(() -> assertThat(register.meeting(meeting)).isPresent());
        var before = register.meeting(meeting);
        database.sql("delete from publication_entry where id = ?")
                .param(council.council().value())
                .update();
        assertThat(register.meeting(meeting)).isEmpty();

        asSystem(() -> {
            publishing.rebuild();
            return true;
        });

        assertThat(register.meeting(meeting)).isEqualTo(before);
        assertThat(register.person(council.chair())).isPresent();
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(publishing::rebuild);
    }

    @Test
    @DisplayName("a member is shown from the beginning of the membership")
    void aNewMember() {
        var person = TestCouncil.person(context);
        assertThat(register.person(person)).isEmpty();

        var committee = council.organization(Classification.COMMITTEE, 9, context);
        TestCouncil.join(committee, person, MembershipRole.MEMBER, context);

        await().untilAsserted(() -> {
            assertThat(register.person(person)).isPresent();
            assertThat(register.organization(committee).orElseThrow().members())
                    .extracting(PublicOrganization.Member::person)
                    .containsExactly(person);
        });
    }

    @Test
    @DisplayName("a paper is made anew when its item’s result or publicity changed, and not at each call of an item")
    void aPaperOnlyWhenItTellsSomethingElse() {
        var other = asSystem(() -> planning.addItem(meeting, null, true, "Brunnen"));
        var paper = paperOn(publicItem, "Der Haushalt");
        var excluded = paperOn(other, "Der Brunnen");
        convene();
        hold();
        await().untilAsserted(() -> assertThat(itemOf(paper)).isEqualTo("Ö 1"));
        await().untilAsserted(() -> assertThat(itemOf(excluded)).isEqualTo("Ö 2"));
        await().untilAsserted(() -> assertThat(
                        register.meeting(meeting).orElseThrow().state().isRunning())
                .isTrue());
        nothingIsLeftToFollow(meeting.value(), paper.value(), excluded.value());
        database.sql("update publication_entry set text = 'as it was' where id = any (?)")
                .param(new UUID[] {paper.value(), excluded.value()})
                .update();

        asSystem(() -> {
            conduct.callItem(meeting, publicItem, revision());
            return true;
        });
        await().untilAsserted(
                        () -> assertThat(register.meeting(meeting).orElseThrow().items())
                                .extracting(PublicMeeting.Item::state)
                                .containsExactly(ItemState.CALLED, ItemState.PENDING));
        assertThat(textOf(paper)).isEqualTo("as it was");

        decide(publicItem, "Haushalt 2027", "Der Haushalt wird beschlossen.");
        await().untilAsserted(() -> assertThat(textOf(paper)).isNotEqualTo("as it was"));
        assertThat(register.paper(paper)
                        .orElseThrow()
                        .consultations()
                        .getFirst()
                        .results())
                .hasSize(1);
        assertThat(textOf(excluded)).isEqualTo("as it was");

        asSystem(() -> {
            conduct.callItem(meeting, other, revision());
            publicity.closeDoors(meeting);
            publicity.exclude(meeting, new Tally(1, 0, 0), "Steuergeheimnis");
            return true;
        });
        await().untilAsserted(() -> assertThat(textOf(excluded)).isNotEqualTo("as it was"));
        await().untilAsserted(
                        () -> assertThat(register.paper(excluded).orElseThrow().consultations())
                                .isEmpty());
    }

    /** Also of what happened before: each event is followed on a thread of its own. */
    private void nothingIsLeftToFollow(UUID... things) {
        for (var thing : things) {
            await().untilAsserted(() -> assertThat(database.sql(
                                    "select count(*) from event_publication where completion_date is null and serialized_event like ?")
                            .param("%" + thing + "%")
                            .query(Long.class)
                            .single())
                    .isZero());
        }
    }

    private PaperId paperOn(AgendaItemId item, String title) {
        return asSystem(() -> {
            var paper = drafting.draft(council.council(), TestPapers.content(title, true, "Er wird beschlossen."));
            drafting.release(paper, 1);
            routing.putOnAgenda(paper, item, ConsultationRole.DECISION);
            return paper;
        });
    }

    private String itemOf(PaperId paper) {
        return register.paper(paper)
                .map(it -> it.consultations().getFirst().itemNumber())
                .orElse("not published yet");
    }

    private String textOf(PaperId paper) {
        return database.sql("select text from publication_entry where id = ?")
                .param(paper.value())
                .query(String.class)
                .single();
    }

    @Test
    @DisplayName("of an organization that meets in private the name alone is, and nobody who is only there")
    void whoMeetsInPrivate() {
        var association = asSystem(() -> council.organization(Classification.ADVISORY_BOARD, 9, context));
        var onlyThere = TestCouncil.person(context);
        TestCouncil.join(association, onlyThere, MembershipRole.CHAIR, context);
        TestCouncil.join(association, council.chair(), MembershipRole.MEMBER, context);
        var theirMeeting = asSystem(() -> {
            var planned = planning.plan(
                    association,
                    new MeetingPlan(
                            "Versammlung",
                            MeetingMode.IN_PERSON,
                            clock.instant().plus(Duration.ofDays(10)),
                            null,
                            "Vereinsheim",
                            ""));
            planning.addItem(planned, null, true, "Kasse");
            invitations.send(planned, false);
            return planned;
        });
        await().untilAsserted(() -> {
            assertThat(register.meeting(theirMeeting)).isPresent();
            assertThat(register.person(onlyThere)).isPresent();
            assertThat(register.person(council.chair()).orElseThrow().memberships())
                    .hasSize(2);
        });

        asSystem(() -> {
            organizations.adoptRules(
                    association, RulesOfProcedure.ASSOCIATION, LocalDate.ofInstant(clock.instant(), TestCouncil.ZONE));
            return true;
        });

        await().untilAsserted(() -> assertHidden(association, onlyThere, theirMeeting));
        asSystem(() -> {
            publishing.publish(onlyThere);
            publishing.publish(association);
            publishing.rebuild();
            return true;
        });
        assertHidden(association, onlyThere, theirMeeting);

        TestCouncil.join(
                council.organization(Classification.COMMITTEE, 9, context), onlyThere, MembershipRole.MEMBER, context);
        await().untilAsserted(() -> assertThat(register.person(onlyThere))
                .hasValueSatisfying(person -> assertThat(person.memberships())
                        .singleElement()
                        .satisfies(it -> assertThat(it.organization()).isNotEqualTo(association))));
    }

    private void assertHidden(OrganizationId association, PersonId onlyThere, MeetingId theirMeeting) {
        var shown = register.organization(association).orElseThrow();
        assertThat(shown.namesMembers()).isFalse();
        assertThat(shown.members()).isEmpty();
        assertThat(register.meeting(theirMeeting)).isEmpty();
        assertThat(register.person(onlyThere)).isEmpty();
        assertThat(register.search("Test-" + onlyThere.value(), 0, 5).hits())
                .extracting(SearchResult.Hit::id)
                .doesNotContain(onlyThere.value());
        assertThat(register.everything(100_000))
                .extracting(PublicRegister.Listed::id)
                .contains(association.value())
                .doesNotContain(onlyThere.value());
        assertThat(register.person(council.chair()).orElseThrow().memberships())
                .extracting(PublicPerson.Membership::organization)
                .containsExactly(council.council());
        assertThat(database.sql("select count(*) from publication_entry where body::text like ?")
                        .param("%" + onlyThere.value() + "%")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    @DisplayName("the database refuses a decision without its published meeting")
    void noDecisionWithoutMeeting() {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> database.sql("""
                                insert into publication_entry
                                    (id, kind, part_of, title, text, happens_at, body, published_at, changed_at)
                                values (?, 'DECISION', ?, 'x', '', now(), '{}', now(), now())
                                """)
                        .params(UUID.randomUUID(), UUID.randomUUID())
                        .update());
    }

    private void assertNothingSecret() {
        assertThat(database.sql("""
                                select count(*) from publication_entry
                                where body::text ilike '%zacharias%' or text ilike '%zacharias%' or title ilike '%zacharias%'
                                    or body::text like :item
                                """)
                        .param("item", "%" + secretItem.value() + "%")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(register.search("Zacharias", 0, 10).found()).isZero();
        assertThat(register.everything(100_000))
                .extracting(PublicRegister.Listed::id)
                .doesNotContain(secretItem.value());
    }

    private String snapshot() {
        return database.sql("""
                        select string_agg(id || ' ' || changed_at || ' ' || body, e'\\n' order by id) from publication_entry
                        where id = any(:ids) or part_of = any(:ids)
                        """)
                .param("ids", new UUID[] {
                    meeting.value(),
                    council.council().value(),
                    council.body().value(),
                    council.chair().value()
                })
                .query(String.class)
                .single();
    }

    private void convene() {
        asSystem(() -> {
            invitations.send(meeting, false);
            council.members().forEach(it -> invitations.handedOver(meeting, it));
            return true;
        });
    }

    /** Lets the day of the meeting come and everybody be there. */
    private void hold() {
        database.sql("update meeting_meeting set starts_at = ? where id = ?")
                .params(clock.instant().plus(Duration.ofMinutes(5)).atOffset(java.time.ZoneOffset.UTC), meeting.value())
                .update();
        database.sql("update meeting_invitation set delivered_at = ? where meeting_id = ?")
                .params(clock.instant().minus(Duration.ofDays(20)).atOffset(java.time.ZoneOffset.UTC), meeting.value())
                .update();
        asSystem(() -> {
            conduct.open(meeting, revision());
            council.members().forEach(it -> attendance.arrive(meeting, it, Place.ROOM));
            return true;
        });
    }

    private void decide(AgendaItemId item, String title, String wording) {
        asSystem(() -> {
            conduct.callItem(meeting, item, revision());
            var question = context.getBean(PaperShelf.class)
                    .proposalFor(item)
                    .map(it -> new PollQuestion(title, it.wording(), it.proposalJson(), it.withChanges()))
                    .orElseGet(() -> new PollQuestion(title, wording, null, false));
            var poll = polls.prepare(meeting, item, question, null);
            polls.open(poll);
            polls.enterVote(poll, council.members().get(0), Choice.YES, UUID.randomUUID());
            polls.enterVote(poll, council.members().get(1), Choice.YES, UUID.randomUUID());
            polls.enterVote(poll, council.members().get(2), Choice.NO, UUID.randomUUID());
            polls.close(poll);
            conduct.finishItem(meeting, item, revision());
            return true;
        });
    }

    private long revision() {
        return meetings.meeting(meeting).revision();
    }

    private <T> T asSystem(Supplier<T> work) {
        return access.asSystem("test", work);
    }
}
