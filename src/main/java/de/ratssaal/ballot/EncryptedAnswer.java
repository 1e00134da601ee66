package de.ratssaal.ballot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The encrypted answer to one question with its proofs.
 *
 * @param choices one number for each place, hidden: 1 for a mark, else 0
 * @param individual for each place, that it hides 0 or 1
 * @param overall that there are as many marks as the question allows
 * @param blank that a blank vote has no marks besides; null where there is no blank vote
 */
public record EncryptedAnswer(
        List<Ciphertext> choices,
        List<List<Proof>> individual,
        List<Proof> overall,
        @Nullable List<Proof> blank) {

    public EncryptedAnswer {
        choices = List.copyOf(choices);
        individual = individual.stream().map(List::copyOf).toList();
        overall = List.copyOf(overall);
        blank = blank == null ? null : List.copyOf(blank);
    }

    static EncryptedAnswer read(Node node, Question question, Group group) {
        var fields = node.fields();
        var choices = fields.take("choices");
        var individual = fields.take("individual_proofs");
        var overall = fields.take("overall_proof");
        var blank = question.allowsBlank() ? fields.take("blank_proof") : null;
        fields.end();
        var claims = question.max() - question.min() + (question.allowsBlank() ? 2 : 1);
        return new EncryptedAnswer(
                sized(choices, question.slots()).stream()
                        .map(it -> Ciphertext.read(it, group))
                        .toList(),
                sized(individual, question.slots()).stream()
                        .map(it -> proofs(it, 2, group))
                        .toList(),
                proofs(overall, claims, group),
                blank == null ? null : proofs(blank, 2, group));
    }

    private static List<Proof> proofs(Node node, int size, Group group) {
        return sized(node, size).stream().map(it -> Proof.read(it, group)).toList();
    }

    private static List<Node> sized(Node node, int size) {
        var items = node.items();
        if (items.size() != size) {
            throw node.wrong("%d entries instead of %d".formatted(items.size(), size));
        }
        return items;
    }

    Json json() {
        return Json.fields()
                .with("choices", Json.items(choices, Ciphertext::json))
                .with("individual_proofs", Json.items(individual, it -> Json.items(it, Proof::json)))
                .with("overall_proof", Json.items(overall, Proof::json))
                .withOptional("blank_proof", blank == null ? null : Json.items(blank, Proof::json));
    }
}
