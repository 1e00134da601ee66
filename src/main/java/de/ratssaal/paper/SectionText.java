package de.ratssaal.paper;

import org.jspecify.annotations.Nullable;

/**
 * What was written in a section of a paper, other than its reasons.
 *
 * @param key of the template's section
 * @param heading of the section when it was written
 * @param isPublic whether everybody may read it in a public paper
 * @param text paragraphs, separated by line breaks; may be empty
 * @param costs in a section about money
 * @param rating in a section about the climate; none if it was not rated
 */
public record SectionText(
        String key,
        String heading,
        SectionKind kind,
        boolean isPublic,
        String text,
        Costs costs,
        @Nullable ClimateRating rating) {

    boolean isEmpty() {
        return text.isEmpty() && costs.isEmpty() && rating == null;
    }

    String wording() {
        return String.join("\n", heading, text, costs.once(), costs.yearly(), costs.funded(), costs.budgetLine());
    }
}
