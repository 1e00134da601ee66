package de.ratssaal.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import de.ratssaal.identity.PersonId;
import de.ratssaal.organization.MemberSummary;
import de.ratssaal.organization.MembershipRole;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R4, R19: The vote of a seat counts as present")
class SeatVotesTest {

    private final PersonId member = PersonId.next();
    private final PersonId other = PersonId.next();
    private final PersonId substitute = PersonId.next();
    private final PersonId second = PersonId.next();
    private final PersonId adviser = PersonId.next();
    private final List<MemberSummary> members = List.of(
            person(member, MembershipRole.MEMBER, true, null),
            person(other, MembershipRole.MEMBER, true, null),
            person(substitute, MembershipRole.SUBSTITUTE, true, member),
            person(second, MembershipRole.SUBSTITUTE, false, member),
            person(adviser, MembershipRole.ADVISORY_MEMBER, false, null));

    private static MemberSummary person(
            PersonId id, MembershipRole role, boolean votes, @Nullable PersonId standsInFor) {
        return new MemberSummary(id, "Name", "Name", role, votes, standsInFor, null, null, null, 0);
    }

    private int present(PersonId... there) {
        return new SeatVotes(members, Set.of(there)).countPresent(Set.of());
    }

    @Test
    @DisplayName("when the member is there, or somebody in their place; an adviser has none")
    void memberOrSubstitute() {
        assertThat(present()).isZero();
        assertThat(present(member, adviser)).isEqualTo(1);
        assertThat(present(substitute, adviser)).isEqualTo(1);
        assertThat(present(substitute, other)).isEqualTo(2);
    }

    @Test
    @DisplayName("once, though the member has returned and their substitutes are still there")
    void once() {
        assertThat(present(member, substitute)).isEqualTo(1);
        assertThat(present(member, substitute, second)).isEqualTo(1);
        assertThat(present(substitute, second)).isEqualTo(1);
    }

    @Test
    @DisplayName("not when whoever has it is recused; a recused member who is away does not bind who stands in")
    void recused() {
        var both = new SeatVotes(members, Set.of(member, substitute));
        assertThat(both.countPresent(Set.of(member))).isZero();
        assertThat(both.countRecused(Set.of(member))).isEqualTo(1);
        assertThat(both.countRecused(Set.of(substitute))).isZero();

        var away = new SeatVotes(members, Set.of(substitute));
        assertThat(away.countPresent(Set.of(member))).isEqualTo(1);
        assertThat(away.countRecused(Set.of(member))).isZero();
        assertThat(away.countRecused(Set.of(substitute))).isEqualTo(1);
    }
}
