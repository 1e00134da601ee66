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

    /** Every second member may leave their vote to the one before. */
    private static List<Voter> voters(List<MemberSummary> members, List<Integer> weights) {
        return IntStream.range(0, members.size())
                .mapToObj(it -> new Voter(
                        members.get(it).person(),
                        it % 2 == 1 && weights.get(it) % 2 == 0
                                ? members.get(it - 1).person()
                                : null,
                        weights.get(it)))
                .toList();
    }

    @Property(tries = 300)
    void yesNoAbstentionAndNotVotedAreTheVotesOfTheEntitledInEachGroupAndInAll(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = 3) Integer> groups,
            @ForAll @Size(60) List<@IntRange(min = 0, max = 3) Integer> choices,
            @ForAll @Size(60) List<@IntRange(min = 1, max = 12) Integer> weights) {
        var members = groups.stream().map(GroupResultPropertiesTest::member).toList();
        var voters = voters(members, weights);
        var votes = new ArrayList<Vote>();
        IntStream.range(0, members.size())
                .filter(it -> choices.get(it) < Choice.values().length)
                .forEach(it -> votes.add(new Vote(
                        voters.get(it).person(),
                        Choice.values()[choices.get(it)],
                        Instant.EPOCH,
                        false,
                        false,
                        voters.get(it).weight(),
                        voters.get(it).castBy())));

        var results = GroupResult.of(members, voters, votes, List.of(), Tally.EMPTY);

        assertThat(results.stream().map(GroupResult::tally).reduce(Tally.EMPTY, Tally::plus))
                .isEqualTo(votes.stream().map(Tally::of).reduce(Tally.EMPTY, Tally::plus));
        assertThat(results.stream()
                        .mapToInt(it -> it.tally().total() + it.notVoted())
                        .sum())
                .isEqualTo(voters.stream().mapToInt(Voter::weight).sum());
        assertThat(results)
                .allSatisfy(it -> assertThat(it.entitled())
                        .isEqualTo(IntStream.range(0, members.size())
                                .filter(at -> Objects.equals(members.get(at).group(), it.group()))
                                .map(weights::get)
                                .sum()));
    }

    @Property(tries = 100)
    void handsOfUnknownGroupsLeaveNothingToTellApart(@ForAll @IntRange(min = 1, max = 50) int hands) {
        var member = member(0);

        assertThat(GroupResult.of(
                        List.of(member),
                        List.of(new Voter(member.person(), null, 1)),
                        List.of(),
                        List.of(),
                        new Tally(hands, 0, 0)))
                .isEmpty();
    }
}
