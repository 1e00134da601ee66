package de.ratssaal.floor;

import de.ratssaal.floor.FloorRows.Row;
import de.ratssaal.floor.SpeakersOrder.Waiting;
import de.ratssaal.floor.SpeakingTime.Spoken;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.Gender;
import de.ratssaal.organization.Genders;
import de.ratssaal.organization.MemberSummary;
import de.ratssaal.rules.SpeakingOrder;
import de.ratssaal.rules.SpeakingRule;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together the list of an item: what is kept of it, and what the rules make of that. */
@Component
class SpeakersLists {

    private static final String JOB = "floor";

    private final FloorRows rows;
    private final Councils councils;
    private final Genders genders;
    private final Access access;

    SpeakersLists(FloorRows rows, Councils councils, Genders genders, Access access) {
        this.rows = rows;
        this.councils = councils;
        this.genders = genders;
        this.access = access;
    }

    /** Whole, for those in the room. */
    Floor of(MeetingSummary meeting, AgendaItemId item) {
        return new Reading(meeting, item).floor();
    }

    /** Who is or was on a list, as those in the room know them. */
    Speaker speaker(Row row, Map<PersonId, MemberSummary> members) {
        var person = row.person();
        if (person == null) {
            var name = row.guestName();
            return new Speaker(null, name == null ? "" : name, null, null, null, row.guest(), row.mayBeNamed());
        }
        var member = members.get(person);
        return member == null
                ? new Speaker(person, councils.nameOf(person), null, null, null, null, true)
                : new Speaker(
                        person,
                        member.name(),
                        member.group(),
                        member.groupShortName(),
                        member.groupColor(),
                        null,
                        true);
    }

    Map<PersonId, MemberSummary> members(MeetingSummary meeting) {
        return councils.members(meeting.organization(), meeting.day()).stream()
                .collect(Collectors.toMap(MemberSummary::person, it -> it, (one, other) -> one));
    }

    private final class Reading {

        private final AgendaItemId item;
        private final SpeakingRule rule;
        private final Map<PersonId, MemberSummary> members;
        private final List<Row> all;
        private final Map<PersonId, Gender> genderOf;
        private final SpeakingTime time;

        Reading(MeetingSummary meeting, AgendaItemId item) {
            this.item = item;
            rule = councils.rules(meeting.organization(), meeting.day()).speaking();
            members = members(meeting);
            all = rows.onItem(item);
            genderOf = rule.order() == SpeakingOrder.ALTERNATING_GENDERS
                    ? access.asSystem(
                            JOB,
                            () -> genders.of(all.stream()
                                    .map(Row::person)
                                    .filter(Objects::nonNull)
                                    .toList()))
                    : Map.of();
            time = new SpeakingTime(
                    rule,
                    all.stream()
                            .filter(it -> it.kind() == SpeechKind.SPEECH && it.calledAt() != null)
                            .map(it -> new Spoken(it.person(), groupOf(it.person()), it.spoken()))
                            .toList(),
                    strength());
        }

        Floor floor() {
            var list = rows.list(item);
            var waiting = all.stream().filter(it -> it.state().waits()).toList();
            var last = all.stream()
                    .filter(it -> it.kind() == SpeechKind.SPEECH && it.calledAt() != null)
                    .max(Comparator.comparing(it -> Objects.requireNonNull(it.calledAt())))
                    .orElse(null);
            var byId = new HashMap<RequestId, Row>();
            waiting.forEach(it -> byId.put(it.id(), it));
            var order = SpeakersOrder.of(
                    waiting.stream()
                            .map(it -> new Waiting(
                                    it.id(),
                                    it.kind(),
                                    it.state() == RequestState.SET_ASIDE,
                                    it.requestedAt(),
                                    it.rank(),
                                    side(it)))
                            .toList(),
                    last == null ? null : side(last));
            var answerable = rule.replies() ? last : null;
            return new Floor(
                    item,
                    list.isClosed(),
                    list.isQuestionTime(),
                    all.stream()
                            .filter(it -> it.state() == RequestState.SPEAKING)
                            .map(this::request)
                            .findFirst()
                            .orElse(null),
                    order.stream()
                            .map(it -> request(Objects.requireNonNull(byId.get(it))))
                            .toList(),
                    answerable == null ? null : request(answerable),
                    answerable == null ? List.of() : repliedTo(answerable),
                    waiting.stream().anyMatch(it -> it.rank() != null),
                    rule.warningSeconds());
        }

        private List<PersonId> repliedTo(Row speech) {
            return all.stream()
                    .filter(it -> speech.id().equals(it.replyTo()))
                    .filter(it -> it.state().waits() || it.calledAt() != null)
                    .map(Row::person)
                    .filter(Objects::nonNull)
                    .toList();
        }

        private SpeechRequest request(Row row) {
            return new SpeechRequest(
                    row.id(),
                    row.kind(),
                    row.state(),
                    speaker(row, members),
                    row.requestedAt(),
                    row.placedByChair(),
                    row.replyTo(),
                    row.spoken(),
                    row.runningSince(),
                    allowed(row));
        }

        private @Nullable Duration allowed(Row row) {
            return row.calledAt() == null
                    ? time.allowed(row.kind(), row.person(), groupOf(row.person()))
                    : row.allowed();
        }

        private @Nullable Object side(Row row) {
            var person = row.person();
            return switch (rule.order()) {
                case BY_REQUEST -> null;
                case ALTERNATING_GROUPS -> groupOf(person);
                case ALTERNATING_GENDERS -> person == null ? null : genderOf.get(person);
            };
        }

        private @Nullable OrganizationId groupOf(@Nullable PersonId person) {
            var member = person == null ? null : members.get(person);
            return member == null ? null : member.group();
        }

        private Map<OrganizationId, Integer> strength() {
            var strength = new HashMap<OrganizationId, Integer>();
            members.values().stream()
                    .filter(it -> it.votes() && it.standsInFor() == null)
                    .map(MemberSummary::group)
                    .filter(Objects::nonNull)
                    .forEach(it -> strength.merge(it, 1, Integer::sum));
            return strength;
        }
    }
}
