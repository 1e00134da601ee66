package de.ratssaal.ballot;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes ballots, as the booth in the voter's browser does it. The server never calls it: it would have to know the choice.
 *
 * <p>Draws for each question the exponents of all places, then the numbers of the proofs in the order in which they are written; at
 * the end the number of the signature.
 */
public final class Booth {

    private final ElectionParameters election;
    private final Group group;
    private final Disjunction disjunction;

    public Booth(ElectionParameters election) {
        this.election = election;
        this.group = election.group();
        this.disjunction = new Disjunction(election);
    }

    /**
     * Encrypts, proves and signs.
     *
     * @param marks for each question whether each place is marked, the blank vote first where there is one
     */
    public EncryptedBallot ballot(Secret credential, List<List<Boolean>> marks, Randomness randomness) {
        var publicKey = credential.publicKey(group);
        return EncryptedBallot.of(
                election,
                publicKey,
                answers(publicKey, marks, randomness),
                hash -> new Knowledge(group).prove(EncryptedBallot.signatureContext(hash), credential, randomness));
    }

    List<EncryptedAnswer> answers(GroupElement credential, List<List<Boolean>> marks, Randomness randomness) {
        if (marks.size() != election.questions().size()) {
            throw new IllegalArgumentException("marks for %d questions".formatted(marks.size()));
        }
        var answers = new ArrayList<EncryptedAnswer>();
        for (var it = 0; it < marks.size(); it++) {
            answers.add(answer(election.questions().get(it), credential, marks.get(it), randomness));
        }
        return answers;
    }

    private EncryptedAnswer answer(
            Question question, GroupElement credential, List<Boolean> marks, Randomness randomness) {
        if (!question.allows(marks)) {
            throw new IllegalArgumentException("the question does not allow these marks");
        }
        var slots = new ArrayList<Slot>();
        for (var marked : marks) {
            slots.add(new Slot(randomness.below(group.order()), marked ? 1 : 0));
        }
        var choices = slots.stream().map(this::encrypt).toList();
        var contexts = AnswerContexts.of(election, credential, choices);
        var individual = new ArrayList<List<Proof>>();
        for (var it = 0; it < slots.size(); it++) {
            var slot = slots.get(it);
            individual.add(
                    disjunction.prove(contexts.slot(it), List.of(slot.claiming(0), slot.claiming(1)), randomness));
        }
        var sum = Slot.sum(question.allowsBlank() ? slots.subList(1, slots.size()) : slots);
        var numbers = IntStream.rangeClosed(question.min(), question.max())
                .mapToObj(sum::claiming)
                .toList();
        if (!question.allowsBlank()) {
            var overall = disjunction.prove(contexts.overall(question), numbers, randomness);
            return new EncryptedAnswer(choices, individual, overall, null);
        }
        var flag = slots.getFirst();
        var blankOrNumber = new ArrayList<>(List.of(flag.claiming(1)));
        blankOrNumber.addAll(numbers);
        var overall = disjunction.prove(contexts.overall(question), blankOrNumber, randomness);
        var blank = disjunction.prove(contexts.blank(), List.of(flag.claiming(0), sum.claiming(0)), randomness);
        return new EncryptedAnswer(choices, individual, overall, blank);
    }

    private Ciphertext encrypt(Slot slot) {
        var masked = group.product(election.publicKeyBase().to(slot.exponent()));
        return new Ciphertext(
                group.product(group.generatorBase().to(slot.exponent())),
                slot.number() == 0 ? masked : group.multiply(masked, group.generator()));
    }

    private record Slot(BigInteger exponent, int number) {

        static Slot sum(List<Slot> slots) {
            return slots.stream()
                    .reduce(
                            new Slot(BigInteger.ZERO, 0),
                            (a, b) -> new Slot(a.exponent.add(b.exponent), a.number + b.number));
        }

        Disjunction.Known claiming(int claimed) {
            return new Disjunction.Known(exponent, number, claimed);
        }
    }
}
