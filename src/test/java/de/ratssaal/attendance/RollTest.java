package de.ratssaal.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.ItemState;
import de.ratssaal.organization.MemberSummary;
import de.ratssaal.organization.MembershipRole;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R4, R7, R17, R19: Who may vote on an item")
class RollTest {

    private final PersonId member = PersonId.next();
    private final PersonId adviser = PersonId.next();
    private final PersonId substitute = PersonId.next();
    private final List<MemberSummary> members = List.of(
            person(member, MembershipRole.MEMBER, true, null),
            person(adviser, MembershipRole.ADVISORY_MEMBER, false, null),
            person(substitute, MembershipRole.SUBSTITUTE, true, member));

    private static MemberSummary person(PersonId id, MembershipRole role, boolean votes, PersonId standsInFor) {
        return new MemberSummary(id, "Name", "Name", role, votes, standsInFor, null, null, null, 0);
    }

    private static AgendaItemSummary item(boolean isPublic) {
        return new AgendaItemSummary(
                AgendaItemId.next(),
                null,
                "Ö 1",
                0,
                0,
                "Title",
                isPublic,
                ItemState.CALLED,
                null,
                null,
                false,
                null,
                null,
                null);
    }

    private Roll roll(Map<PersonId, Place> present, Set<PersonId> recused, Set<PersonId> alone, boolean isPublic) {
        return new Roll(members, present, recused, alone, item(isPublic), true);
    }

    @Test
    @DisplayName("a member who is present")
    void present() {
        var roll = roll(Map.of(member, Place.ROOM), Set.of(), Set.of(), true);

        assertThat(roll.entitled()).containsExactly(new Entitled(member, member, Place.ROOM));
    }

    @Test
    @DisplayName("not a member who is absent")
    void absent() {
        assertThat(roll(Map.of(), Set.of(), Set.of(), true).standingOf(member)).isEqualTo(Standing.ABSENT);
    }

    @Test
    @DisplayName("not a member who is recused, though present")
    void recused() {
        var roll = roll(Map.of(member, Place.ROOM), Set.of(member), Set.of(), true);

        assertThat(roll.standingOf(member)).isEqualTo(Standing.RECUSED);
        assertThat(roll.entitled()).isEmpty();
        assertThat(roll.countRecused()).isEqualTo(1);
    }

    @Test
    @DisplayName("one of two substitutes for the same member")
    void oneOfTwoSubstitutes() {
        var second = PersonId.next();
        var roll = new Roll(
                List.of(
                        person(member, MembershipRole.MEMBER, true, null),
                        person(substitute, MembershipRole.SUBSTITUTE, true, member),
                        person(second, MembershipRole.SUBSTITUTE, true, member)),
                Map.of(substitute, Place.ROOM, second, Place.ROOM),
                Set.of(),
                Set.of(),
                item(true),
                true);

        assertThat(roll.entitled()).containsExactly(new Entitled(substitute, member, Place.ROOM));
    }

    @Test
    @DisplayName("the substitute of a member who is recused and absent; the seat counts once")
    void recusedMemberIsAbsent() {
        var roll = roll(Map.of(substitute, Place.ROOM), Set.of(member), Set.of(), true);

        assertThat(roll.entitled()).hasSize(1);
        assertThat(roll.countRecused()).isZero();
    }

    @Test
    @DisplayName("not an advisory member, nor a stranger")
    void noVote() {
        var roll = roll(Map.of(adviser, Place.ROOM), Set.of(), Set.of(), true);

        assertThat(roll.standingOf(adviser)).isEqualTo(Standing.NO_RIGHT_TO_VOTE);
        assertThat(roll.standingOf(PersonId.next())).isEqualTo(Standing.NO_RIGHT_TO_VOTE);
    }

    @Test
    @DisplayName("a substitute while the member is absent, never both")
    void substituteStandsIn() {
        assertThat(roll(Map.of(substitute, Place.ROOM), Set.of(), Set.of(), true)
                        .standingOf(substitute))
                .isEqualTo(Standing.ENTITLED);
        var both = roll(Map.of(member, Place.ROOM, substitute, Place.ROOM), Set.of(), Set.of(), true);
        assertThat(both.standingOf(substitute)).isEqualTo(Standing.NO_RIGHT_TO_VOTE);
        assertThat(both.entitled()).hasSize(1);
    }

    @Test
    @DisplayName("at a non-public item a remote member only after confirming that nobody listens")
    void remoteMembersConfirmThatTheyAreAlone() {
        var remote = Map.of(member, Place.REMOTE);

        assertThat(roll(remote, Set.of(), Set.of(), false).standingOf(member)).isEqualTo(Standing.NOT_CONFIRMED_ALONE);
        assertThat(roll(remote, Set.of(), Set.of(member), false).standingOf(member))
                .isEqualTo(Standing.ENTITLED);
        assertThat(roll(remote, Set.of(), Set.of(), true).standingOf(member)).isEqualTo(Standing.ENTITLED);
        assertThat(roll(Map.of(member, Place.ROOM), Set.of(), Set.of(), false).standingOf(member))
                .isEqualTo(Standing.ENTITLED);
    }
}
