package de.ratssaal.publication;

import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.ItemState;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingMode;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.organization.BodyId;
import de.ratssaal.organization.Classification;
import de.ratssaal.organization.MembershipRole;
import de.ratssaal.voting.Choice;
import de.ratssaal.voting.Outcome;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import org.springframework.transaction.support.TransactionTemplate;

/** Publishes things for tests of the portal as the listeners would. */
@Lazy
@TestComponent
public class PublishedThings {

    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final PublicationStore store;
    private final TransactionTemplate transaction;
    private final PublicBody body;
    private final PublicOrganization council;

    PublishedThings(PublicationStore store, TransactionTemplate transaction) {
        this.store = store;
        this.transaction = transaction;
        this.body = new PublicBody(
                BodyId.next(), "Stadt Lindenau", "Lindenau", ZONE, "Markt 1\n99999 Lindenau\nTelefon 0361 1234");
        this.council = new PublicOrganization(
                OrganizationId.next(),
                body.id(),
                "Stadtrat",
                "StR",
                Classification.COUNCIL,
                51,
                null,
                true,
                List.of(
                        new PublicOrganization.Member(
                                PersonId.next(), "Dr. Karla Wendt", MembershipRole.CHAIR, true, null, null, null),
                        new PublicOrganization.Member(
                                PersonId.next(),
                                "Jonas Ackermann",
                                MembershipRole.MEMBER,
                                true,
                                OrganizationId.next(),
                                "Fraktion Grünes Lindenau",
                                "#3a8f4d")));
        putCouncil();
    }

    private void putCouncil() {
        transaction.executeWithoutResult(it -> {
            store.put(PublicKind.BODY, body.id().value(), null, body.name(), "", null, body);
            store.put(
                    PublicKind.ORGANIZATION,
                    council.id().value(),
                    body.id().value(),
                    council.name(),
                    council.shortName(),
                    null,
                    council);
            council.members()
                    .forEach(member -> store.put(
                            PublicKind.PERSON,
                            member.person().value(),
                            null,
                            member.name(),
                            "",
                            null,
                            new PublicPerson(
                                    member.person(),
                                    member.name(),
                                    List.of(new PublicPerson.Membership(
                                            council.id(),
                                            council.name(),
                                            council.classification(),
                                            member.role(),
                                            true)))));
        });
    }

    public PublicOrganization council() {
        return council;
    }

    public PublicMeeting meeting(String title, Instant startsAt, String... items) {
        return meeting(MeetingId.next(), title, startsAt, items);
    }

    public PublicMeeting meeting(MeetingId id, String title, Instant startsAt, String... items) {
        var agenda = new java.util.ArrayList<PublicMeeting.Item>();
        for (var item : items) {
            agenda.add(new PublicMeeting.Item(
                    AgendaItemId.next(),
                    "Ö " + (agenda.size() + 1),
                    0,
                    item,
                    ItemState.PENDING,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of()));
        }
        var meeting = new PublicMeeting(
                id,
                council.id(),
                council.name(),
                title,
                MeetingMode.IN_PERSON,
                MeetingState.CONVENED,
                ZONE,
                startsAt,
                null,
                "Rathaus, Großer Saal",
                "",
                agenda,
                List.of(),
                null);
        put(meeting);
        return meeting;
    }

    private void put(PublicMeeting meeting) {
        putCouncil();
        transaction.executeWithoutResult(it -> store.put(
                PublicKind.MEETING,
                meeting.id().value(),
                council.id().value(),
                meeting.title(),
                meeting.items().stream()
                        .map(PublicMeeting.Item::title)
                        .collect(java.util.stream.Collectors.joining("\n")),
                meeting.startsAt(),
                meeting));
    }

    public PublicDecision decision(PublicMeeting meeting, String title, String wording) {
        var decision = new PublicDecision(
                new PublicDecisionId(UUID.randomUUID()),
                meeting.id(),
                meeting.title(),
                council.id(),
                council.name(),
                AgendaItemId.next(),
                "Ö 1",
                title,
                wording,
                null,
                List.of(),
                Outcome.ADOPTED_WITH_CHANGES,
                new VoteResult(33, 0, 5, 0, 40, null),
                council.members().stream()
                        .map(it -> new PublicDecision.NamedVote(
                                it.person(), it.name(), it.group(), it.groupColor(), Choice.YES, false, false))
                        .toList(),
                36,
                false,
                0,
                List.of(),
                meeting.startsAt(),
                ZONE);
        transaction.executeWithoutResult(it -> store.put(
                PublicKind.DECISION,
                decision.id().value(),
                meeting.id().value(),
                title,
                wording,
                decision.decidedAt(),
                decision));
        show(meeting, decision);
        return decision;
    }

    /** Shows the decision on the first item of its meeting. */
    private void show(PublicMeeting meeting, PublicDecision decision) {
        var items = new java.util.ArrayList<PublicMeeting.Item>();
        for (var item : meeting.items()) {
            items.add(new PublicMeeting.Item(
                    item.id(),
                    item.number(),
                    item.depth(),
                    item.title(),
                    ItemState.DONE,
                    item.papers(),
                    item.files(),
                    items.isEmpty()
                            ? List.of(new PublicMeeting.Result(decision.id(), decision.outcome(), decision.vote()))
                            : List.of(),
                    item.course()));
        }
        put(new PublicMeeting(
                meeting.id(),
                meeting.organization(),
                meeting.organizationName(),
                meeting.title(),
                meeting.mode(),
                MeetingState.CLOSED,
                meeting.zone(),
                meeting.startsAt(),
                null,
                meeting.place(),
                meeting.publicAccess(),
                items,
                List.of(),
                null));
    }

    public void withdraw(PublicMeeting meeting) {
        transaction.executeWithoutResult(
                it -> store.remove(PublicKind.MEETING, meeting.id().value()));
    }
}
