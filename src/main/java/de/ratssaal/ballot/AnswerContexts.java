package de.ratssaal.ballot;

import java.util.List;
import java.util.stream.Collectors;

/** What the proofs of an answer hash before their commitments: the election, whose ballot it is, and the ciphertexts. */
record AnswerContexts(Group group, String ballot, List<Ciphertext> choices) {

    static AnswerContexts of(ElectionParameters election, GroupElement credential, List<Ciphertext> choices) {
        return new AnswerContexts(election.group(), election.fingerprint() + '|' + credential, choices);
    }

    String slot(int slot) {
        return "prove|%s|%s|".formatted(ballot, choices.get(slot));
    }

    String overall(Question question) {
        if (question.allowsBlank()) {
            return "bproof1|%s|".formatted(all());
        }
        return "prove|%s|%s|".formatted(all(), sum(choices));
    }

    String blank() {
        return "bproof0|%s|".formatted(all());
    }

    Ciphertext sum(List<Ciphertext> ciphertexts) {
        return ciphertexts.stream().reduce(Ciphertext.ofNothing(group), (a, b) -> a.plus(b, group));
    }

    private String all() {
        return ballot + '|' + choices.stream().map(Ciphertext::toString).collect(Collectors.joining(","));
    }
}
