package de.ratssaal.ballot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked. Every answer can be marked once.
 *
 * @param text the question itself
 * @param answers what can be marked, in the order of the ballot
 * @param blank whether an explicit empty vote is possible; null if the definition says nothing, which means no
 * @param min fewest marks of a vote that is not blank
 * @param max most marks, at least one
 */
public record Question(
        String text, List<String> answers, @Nullable Boolean blank, int min, int max) {

    private static final int MOST_ANSWERS = 1_000;

    public Question {
        answers = List.copyOf(answers);
        if (answers.isEmpty()
                || answers.size() > MOST_ANSWERS
                || min < 0
                || max < Math.max(min, 1)
                || max > answers.size()) {
            throw new IllegalArgumentException("%d to %d of %d answers".formatted(min, max, answers.size()));
        }
    }

    /** Exactly one of the answers, such as yes, no, abstention. */
    public static Question oneOf(String text, List<String> answers) {
        return new Question(text, answers, null, 1, 1);
    }

    /** Up to so many of the answers, or a blank vote. */
    public static Question upTo(int max, String text, List<String> answers) {
        return new Question(text, answers, true, 1, max);
    }

    public boolean allowsBlank() {
        return Boolean.TRUE.equals(blank);
    }

    /** Places of the ballot: the blank vote first where there is one, then the answers. */
    public int slots() {
        return answers.size() + (allowsBlank() ? 1 : 0);
    }

    /** Whether these marks are a vote that the question allows. */
    boolean allows(List<Boolean> marks) {
        if (marks.size() != slots()) {
            return false;
        }
        var marked = (int) marks.stream().filter(it -> it).count();
        if (allowsBlank() && marks.getFirst()) {
            return marked == 1;
        }
        return marked >= min && marked <= max;
    }

    static Question read(Node node) {
        var fields = node.fields();
        if (fields.takeIfThere("type") != null) {
            throw node.wrong("questions of this type are not checked here: only those whose answers are added up");
        }
        var answers = fields.take("answers").items(Node::text);
        var blank = fields.takeIfThere("blank");
        var min = fields.take("min").small();
        var max = fields.take("max").small();
        var text = fields.take("question").text();
        fields.end();
        try {
            return new Question(text, answers, blank == null ? null : (Boolean) blank.truth(), min, max);
        } catch (IllegalArgumentException e) {
            throw node.wrong("impossible: " + e.getMessage());
        }
    }

    Json json() {
        return Json.fields()
                .with("answers", Json.items(answers, Json.Text::new))
                .withOptional("blank", blank == null ? null : new Json.Truth(blank))
                .with("min", new Json.Whole(min))
                .with("max", new Json.Whole(max))
                .with("question", text);
    }
}
