package de.ratssaal.ballot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Checks a ballot without knowing what it hides. Safe for several threads. */
public final class BallotChecks {

    private final ElectionParameters election;
    private final Group group;
    private final Disjunction disjunction;

    public BallotChecks(ElectionParameters election) {
        this.election = election;
        this.group = election.group();
        this.disjunction = new Disjunction(election);
    }

    /** Reads and checks. Whether the credential may vote, and votes for the first time, is for the caller to know. */
    public Check check(byte[] content) {
        try {
            return check(EncryptedBallot.read(content, election));
        } catch (MalformedRecord e) {
            return Check.invalid(Step.BALLOT_FORM, Reason.BALLOT_MALFORMED, String.valueOf(e.getMessage()));
        }
    }

    public Check check(EncryptedBallot ballot) {
        var credential = group.base(ballot.credential());
        // membership first: a value outside the group makes every later equation meaningless
        if (!group.contains(credential)) {
            return Check.invalid(Step.BALLOT_GROUP, Reason.BALLOT_GROUP, "credential");
        }
        var context = EncryptedBallot.signatureContext(ballot.hash());
        if (!new Knowledge(group).holds(context, credential, ballot.signature())) {
            return Check.invalid(Step.BALLOT_SIGNATURE, Reason.BALLOT_SIGNATURE);
        }
        for (var it = 0; it < ballot.answers().size(); it++) {
            var answer = ballot.answers().get(it);
            var check = check(election.questions().get(it), ballot.credential(), answer, it);
            if (!check.isValid()) {
                return check;
            }
        }
        return Check.valid();
    }

    private Check check(Question question, GroupElement credential, EncryptedAnswer answer, int place) {
        var contexts = AnswerContexts.of(election, credential, answer.choices());
        var bases = new ArrayList<Disjunction.Bases>();
        for (var it = 0; it < question.slots(); it++) {
            var choice = answer.choices().get(it);
            var pair = new Disjunction.Bases(group.base(choice.alpha()), group.base(choice.beta()));
            if (!group.contains(pair.alpha()) || !group.contains(pair.beta())) {
                return Check.invalid(
                        Step.BALLOT_GROUP, Reason.BALLOT_GROUP, "answers[%d].choices[%d]".formatted(place, it));
            }
            bases.add(pair);
        }
        for (var it = 0; it < question.slots(); it++) {
            var proofs = answer.individual().get(it);
            var pair = bases.get(it);
            if (!disjunction.holds(
                    contexts.slot(it),
                    List.of(
                            new Disjunction.Seen(pair, 0, proofs.get(0)),
                            new Disjunction.Seen(pair, 1, proofs.get(1))))) {
                return Check.invalid(Step.BALLOT_MARKS, Reason.BALLOT_MARKS, place + 1, it + 1);
            }
        }
        return checkNumber(question, answer, contexts, bases, place);
    }

    private Check checkNumber(
            Question question,
            EncryptedAnswer answer,
            AnswerContexts contexts,
            List<Disjunction.Bases> bases,
            int place) {
        var counted = question.allowsBlank() ? bases.subList(1, bases.size()) : bases;
        var sum = new Disjunction.Bases(
                group.product(counted.stream().map(Disjunction.Bases::alpha).toList()),
                group.product(counted.stream().map(Disjunction.Bases::beta).toList()));
        var offset = question.allowsBlank() ? 1 : 0;
        var claims = new ArrayList<>(IntStream.rangeClosed(question.min(), question.max())
                .mapToObj(it -> new Disjunction.Seen(sum, it, answer.overall().get(it - question.min() + offset)))
                .toList());
        if (question.allowsBlank()) {
            claims.addFirst(
                    new Disjunction.Seen(bases.getFirst(), 1, answer.overall().getFirst()));
        }
        if (!disjunction.holds(contexts.overall(question), claims)) {
            return Check.invalid(Step.BALLOT_NUMBER, Reason.BALLOT_NUMBER, place + 1);
        }
        var blank = answer.blank();
        if (blank != null
                && !disjunction.holds(
                        contexts.blank(),
                        List.of(
                                new Disjunction.Seen(bases.getFirst(), 0, blank.get(0)),
                                new Disjunction.Seen(sum, 0, blank.get(1))))) {
            return Check.invalid(Step.BALLOT_NUMBER, Reason.BALLOT_BLANK, place + 1);
        }
        return Check.valid();
    }
}
