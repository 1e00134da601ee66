package de.ratssaal.voting;

import static org.assertj.core.api.Assertions.assertThat;

import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.organization.MemberSummary;
import de.ratssaal.organization.MembershipRole;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds of results by group, however members vote. */
class GroupResultPropertiesTest {

    private static final List<OrganizationId> GROUPS =
            List.of(OrganizationId.next(), OrganizationId.next(), OrganizationId.next());

    private static MemberSummary member(int group) {
        var id = PersonId.next();
        return new MemberSummary(
                id,
                "Name",
                "Name",
                MembershipRole.MEMBER,
                true,
                null,
                group == GROUPS.size() ? null : GROUPS.get(group),
                group == GROUPS.size() ? null : "G" + group,
                null,
                0);
    }

    @Property(tries = 300)
    void yesNoAbstentionAndNotVotedAreTheEntitledInEachGroupAndInAll(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = 3) Integer> groups,
            @ForAll @Size(60) List<@IntRange(min = 0, max = 3) Integer> choices) {
        var members = groups.stream().map(GroupResultPropertiesTest::member).toList();
        var votes = new ArrayList<Vote>();
        IntStream.range(0, members.size())
                .filter(it -> choices.get(it) < Choice.values().length)
                .forEach(it -> votes.add(new Vote(
                        members.get(it).person(), Choice.values()[choices.get(it)], Instant.EPOCH, false, false)));
        var entitled = members.stream().map(MemberSummary::person).toList();

        var results = GroupResult.of(members, entitled, votes, List.of(), Tally.EMPTY);

        assertThat(results.stream().map(GroupResult::tally).reduce(Tally.EMPTY, Tally::plus))
                .isEqualTo(votes.stream().map(it -> Tally.of(it.choice())).reduce(Tally.EMPTY, Tally::plus));
        assertThat(results.stream()
                        .mapToInt(it -> it.tally().total() + it.notVoted())
                        .sum())
                .isEqualTo(entitled.size());
        assertThat(results)
                .allSatisfy(it -> assertThat(it.entitled()).isEqualTo((int) members.stream()
                        .filter(member -> Objects.equals(member.group(), it.group()))
                        .count()));
    }

    @Property(tries = 100)
    void handsOfUnknownGroupsLeaveNothingToTellApart(@ForAll @IntRange(min = 1, max = 50) int hands) {
        var member = member(0);

        assertThat(GroupResult.of(
                        List.of(member), List.of(member.person()), List.of(), List.of(), new Tally(hands, 0, 0)))
                .isEmpty();
    }
}
