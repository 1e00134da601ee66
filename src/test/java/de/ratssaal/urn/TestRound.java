package de.ratssaal.urn;

import de.ratssaal.Acting;
import de.ratssaal.attendance.Place;
import de.ratssaal.election.ElectionId;
import de.ratssaal.election.ElectionKind;
import de.ratssaal.election.ElectionPreparing;
import de.ratssaal.election.ElectionSummary;
import de.ratssaal.election.Elections;
import de.ratssaal.election.RoundSummary;
import de.ratssaal.teller.TestTellers;
import de.ratssaal.voting.TestMeeting;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationContext;

/** A round of an election. */
class TestRound extends TestUrn {

    final ElectionId election;

    private TestRound(
            TestMeeting meeting,
            TestTellers tellers,
            ElectionId election,
            SecretPollId poll,
            ApplicationContext context) {
        super(meeting, tellers, poll, context);
        this.election = election;
    }

    /** The first round in a meeting of its own; members are present, the last of them remotely. */
    static TestRound first(int members, int seats, int candidates, ApplicationContext context) {
        var meeting = TestMeeting.open(members, members - 1, context);
        meeting.arrive(meeting.member(members - 1), Place.REMOTE);
        return first(meeting, seats, candidates, context);
    }

    /** The first round in a meeting. */
    static TestRound first(TestMeeting meeting, int seats, int candidates, ApplicationContext context) {
        return first(meeting, TestTally.ready(meeting.council().council(), context), seats, candidates, context);
    }

    /** The first round in a meeting, counted by these tellers. */
    static TestRound first(
            TestMeeting meeting, TestTellers tellers, int seats, int candidates, ApplicationContext context) {
        var preparing = context.getBean(ElectionPreparing.class);
        var election = Acting.as(meeting.chair(), () -> {
            var id = preparing.prepare(meeting.id(), meeting.item(), ElectionKind.PERSONS, "Beirat", seats);
            for (var it = 1; it <= candidates; it++) {
                preparing.nominate(id, "Kandidatin " + it, null, "Fraktion " + it, true, List.of());
            }
            preparing.closeList(id);
            return id;
        });
        return current(meeting, tellers, election, context);
    }

    /** The round in which lists of three names each are elected. */
    static TestRound ofLists(TestMeeting meeting, int seats, int lists, ApplicationContext context) {
        var preparing = context.getBean(ElectionPreparing.class);
        var election = Acting.as(meeting.chair(), () -> {
            var id = preparing.prepare(meeting.id(), meeting.item(), ElectionKind.LISTS, "Ausschuss", seats);
            for (var it = 1; it <= lists; it++) {
                var names = List.of("Eins " + it, "Zwei " + it, "Drei " + it);
                preparing.nominate(id, "Liste " + it, null, "Fraktion " + it, true, names);
            }
            preparing.closeList(id);
            return id;
        });
        return current(meeting, TestTally.ready(meeting.council().council(), context), election, context);
    }

    private static TestRound current(
            TestMeeting meeting, TestTellers tellers, ElectionId election, ApplicationContext context) {
        var round = Acting.as(
                meeting.chair(),
                () -> context.getBean(Elections.class)
                        .election(election)
                        .currentRound()
                        .orElseThrow());
        return new TestRound(meeting, tellers, election, SecretPollId.of(round.id()), context);
    }

    /** The round that comes after this one. */
    TestRound next() {
        return current(meeting, tellers, election, context);
    }

    @Override
    void begin() {
        Acting.as(meeting.chair(), () -> conduct().begin(poll.round()));
    }

    /** Registration and opening for all of the first members. */
    TestRound opened(int many) {
        begin();
        register(many);
        open();
        return this;
    }

    ElectionSummary seen() {
        return Acting.as(meeting.chair(), () -> context.getBean(Elections.class).election(election));
    }

    RoundSummary round() {
        return seen().rounds().stream()
                .filter(it -> it.id().equals(poll.round()))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("round " + poll));
    }

    /** Votes of the first members, each for one candidate, counted from 1; 0 is blank. */
    void votes(int... candidates) {
        for (var it = 0; it < candidates.length; it++) {
            vote(it, candidates[it] == 0 ? marks(0) : marks(candidates[it]));
        }
    }

    /** Marks of a ballot: candidates, counted from 1; 0 is blank. One more than there are is no, if there is only one. */
    String marks(int... places) {
        var many = round().candidates().size();
        return IntStream.range(0, 1 + (many == 1 ? 2 : many))
                .mapToObj(it -> IntStream.of(places).anyMatch(place -> place == it) ? "1" : "0")
                .collect(Collectors.joining());
    }

    /** The urn is shut, and tellers decrypt and confirm. */
    void counted(int... tellers) {
        end();
        IntStream.of(tellers).forEach(this::decrypt);
        IntStream.of(tellers).forEach(it -> confirm(it, true));
    }

    /** Votes of the candidates in the order of the ballot. */
    List<Integer> sums() {
        var sheet = round().sheet();
        if (sheet == null) {
            throw new IllegalStateException("no result yet");
        }
        return round().candidates().stream().map(sheet::votesOf).toList();
    }

    List<String> elected() {
        var all = seen();
        return all.elected().stream().map(it -> all.nameOf(it.candidate())).toList();
    }
}
